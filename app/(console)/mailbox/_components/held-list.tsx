import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { HeldRow } from "@/lib/messages/mailbox";

/** What has not left the outbox: until then it can be undone, and nothing of it is written. */
export function HeldList({ held, isCut }: { held: readonly HeldRow[]; isCut: boolean }) {
  const t = useTranslations("mailbox.held");
  const kind = useTranslations("messages.kind");
  return (
    <Card title={t("title")} aside={t("count", { count: held.length, isMore: String(isCut) })} isFlush className="mb-4">
      <ul className="divide-y divide-line">
        {held.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2">
            <span className="font-medium">{kind(row.kind)}</span>
            {row.returnId && row.number !== null && (
              <Link href={paths.returnDetail(row.returnId)} className="prose-link identifier">
                {`R-${row.number}`}
              </Link>
            )}
            <span className="min-w-0 break-words text-muted text-small">
              {row.kind.startsWith("buyer.") ? (row.buyerEmail ?? shownText(row.buyerName ?? t("buyer"))) : t("team")}
            </span>
            <span className="text-small text-subtle md:ms-auto">
              {t.rich("until", { when: () => <Time at={row.availableAt} style="absolute" /> })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
