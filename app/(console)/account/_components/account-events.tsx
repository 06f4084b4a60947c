import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { AccountEventRow } from "@/lib/platform/audit/account-events";
import { EVENTS } from "@/lib/policy/events/events";

/** What happened to one's own account, newest first. */
export function AccountEvents({ rows }: { rows: readonly AccountEventRow[] }) {
  const t = useTranslations("account.events");
  if (rows.length === 0) return <p className="text-muted text-small">{t("empty")}</p>;
  return (
    <ol className="divide-y divide-line text-small">
      {rows.map((row) => {
        const { device, isNew, isHandedOver, reason } = EVENTS.read("account", row.kind, row.data);
        const details = [device, isNew && t("newDevice"), isHandedOver && t("handedOver"), reason].filter(Boolean);
        return (
          <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5">
            <span className="wrap-anywhere min-w-0" dir="auto">
              {details.reduce<string>(
                (what, detail) => t("with", { what, detail: String(detail) }),
                t(`kinds.${row.kind}`),
              )}
            </span>
            <span className="text-subtle">
              <Time at={row.at} style="absolute" />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
