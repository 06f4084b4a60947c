import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { SellerEventRow } from "@/db/queries/seller-events";
import { formatDateTime, formatDateTimeZone, formatPlainDate } from "@/lib/i18n/format";
import { ROLES } from "@/lib/permissions";

/** What was done to the shop itself: what, to whom or what, by whom, when. */
export function ShopList({ rows, now }: { rows: readonly SellerEventRow[]; now: Date }) {
  const t = useTranslations("audit.shop");
  const role = useTranslations("roles");
  const time = useTranslations("time");
  const locale = useLocale();
  const reading = { locale, timeZone: useTimeZone() ?? "UTC", now };
  const detail = ({ kind, data }: SellerEventRow): string | null => {
    const { version, effectiveFrom, note, role: given } = data;
    if (kind === "operation_changed" && typeof version === "number") return t("version", { version });
    if (kind === "terms_published" && typeof version === "number" && typeof effectiveFrom === "string")
      return [t("published", { version, on: formatPlainDate(effectiveFrom, { locale, now }) }), note].join(" · ");
    const known = ROLES.find((one) => one === given);
    return known ? role(known) : null;
  };
  return (
    <Card isFlush>
      <ol aria-label={t("list")} className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} id={`e-${row.id}`} className="px-4 py-2.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className="font-medium">
                {t(`kinds.${row.kind}`)}
                {row.subjectName && (
                  <>
                    {t("colon")}
                    <span dir="auto">{row.subjectName}</span>
                  </>
                )}
              </p>
              <time
                dateTime={row.at.toISOString()}
                title={formatDateTimeZone(time, row.at, reading)}
                className="text-small text-subtle tabular-nums"
              >
                {formatDateTime(time, row.at, reading)}
              </time>
            </div>
            <p className="text-muted text-small">
              {[t("by", { name: row.actorName ?? "" }), detail(row)].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
