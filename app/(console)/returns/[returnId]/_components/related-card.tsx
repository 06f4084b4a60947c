import { useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/returns/status-badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { RELATED_AT_MOST } from "@/lib/policy/limits";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { isTerminal } from "@/lib/policy/machines/return/statuses";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** The other returns of the order and of the buyer, as they are: a closed request for the same item is final (P-03). */
export function RelatedCard({ item, now }: { item: ReturnDetail; now: Date }) {
  const t = useTranslations("detail.related");
  const locale = useLocale();
  const { related, number, channel } = item;
  if (related.length === 0) return null;
  const hasEarlier = related.some((other) => other.isSameItem && other.number < number && isTerminal(other.status));
  const groups = [
    { key: "order", others: related.filter(({ isSameOrder }) => isSameOrder) },
    { key: "buyer", others: related.filter(({ isSameOrder }) => !isSameOrder) },
  ] as const;
  const isCut = related.length === RELATED_AT_MOST;
  return (
    <Card id="related" title={t("title")} isFlush>
      {hasEarlier && <p className="px-4 pt-2.5 text-muted text-small">{t("earlierClosed")}</p>}
      {groups.map(({ key, others }) => {
        if (others.length === 0) return null;
        return (
          <div key={key} className="px-4 py-2 text-small">
            <h3 className="text-micro text-subtle">
              {t(key, {
                count: others.length,
                isMore: String(isCut && key === groups.findLast(({ others: some }) => some.length > 0)?.key),
              })}
            </h3>
            <ul>
              {others.map((other) => (
                <li key={other.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1">
                  <span>
                    <Link href={paths.returnDetail(other.id)} className="prose-link">
                      R-{other.number}
                    </Link>{" "}
                    <span className="text-muted">
                      {formatPlainDate(other.requestedOn, { locale, now })}
                      {other.isSameItem && ` · ${t("same")}`}
                    </span>
                  </span>
                  <StatusBadge
                    status={other.status}
                    as={statusWord(other.status, channel.marketplace, other.reportedStatus, other.isLabelTaken)}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Card>
  );
}
