import { useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/returns/status-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { isTerminal } from "@/lib/policy/machines/return/statuses";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** The other returns of the order; an earlier, closed request for the same item is said to be that (P-03). */
export function RelatedCard({ item, now }: { item: ReturnDetail; now: Date }) {
  const t = useTranslations("detail.related");
  const locale = useLocale();
  const { related, number, channel } = item;
  if (related.length === 0) return null;
  const hasEarlier = related.some((other) => other.isSameItem && other.number < number && isTerminal(other.status));
  return (
    <Card id="related" title={t("title")} isFlush>
      {hasEarlier && <p className="px-4 pt-3 text-muted text-small">{t("earlierClosed")}</p>}
      <ul className="divide-y divide-line text-small">
        {related.map((other) => (
          <li key={other.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2.5">
            <span>
              <Link href={paths.returnDetail(other.id)} className="prose-link identifier">
                R-{other.number}
              </Link>{" "}
              <span className="text-muted">
                {formatPlainDate(other.requestedOn, { locale, now })}
                {other.isSameItem && ` · ${t("same")}`}
              </span>
            </span>
            <StatusBadge
              status={other.status}
              as={statusWord(other.status, channel.marketplace, other.reportedStatus)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
