import { useTranslations } from "next-intl";
import { storedRefusalSentence } from "@/components/refusal-words";
import { MovedBy } from "@/components/returns/moved-by";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { BulkItem } from "@/lib/bulk/bulk-items";
import { paths } from "@/lib/i18n/paths";

const HEAD = "px-3 py-1.5 text-start font-medium";
const CELL = "px-3 py-(--cell-y) align-top";

/** Every listed return with what became of it, why, and what can be done about it. */
export function ItemTable({ items }: { items: readonly BulkItem[] }) {
  const t = useTranslations("bulkActs");
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">{t("itemsCaption")}</caption>
        <thead className="bg-sunken text-subtle">
          <tr>
            <th scope="col" className={HEAD}>
              {t("columns.return")}
            </th>
            <th scope="col" className={`${HEAD} max-md:hidden`}>
              {t("columns.order")}
            </th>
            <th scope="col" className={HEAD}>
              {t("columns.outcome")}
            </th>
            <th scope="col" className={HEAD}>
              {t("columns.why")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((item) => (
            <Row key={item.returnId} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item: { returnId, number, orderNumber, outcome, refusal, isUndone } }: { item: BulkItem }) {
  const t = useTranslations("bulkActs");
  return (
    <tr>
      <th scope="row" className={`${CELL} text-start font-medium`}>
        <Link href={paths.returnDetail(returnId)} className="prose-link whitespace-nowrap">
          R-{number}
        </Link>
        <span className="identifier block break-all font-normal text-subtle md:hidden">{orderNumber}</span>
      </th>
      <td className={`${CELL} identifier max-md:hidden`}>{orderNumber}</td>
      <td className={`${CELL} whitespace-nowrap`}>
        {isUndone ? (
          <Badge tone="neutral">{t("outcomeOf.undone")}</Badge>
        ) : (
          <Badge tone={outcome === "moved" ? "success" : outcome === "refused" ? "attention" : "info"}>
            {t(`outcomeOf.${outcome ?? "pending"}`)}
          </Badge>
        )}
      </td>
      <td className={CELL}>{refusal && <Why refusal={refusal} />}</td>
    </tr>
  );
}

function Why({ refusal }: { refusal: NonNullable<BulkItem["refusal"]> }) {
  const refusals = useTranslations("refusal");
  const t = useTranslations("bulkActs.wayOut");
  const { code } = refusal;
  const isKnown = (key: string): key is Parameters<typeof t.has>[0] => t.has(key as Parameters<typeof t.has>[0]);
  return (
    <>
      {storedRefusalSentence(refusals, refusal)} <MovedBy refusal={refusal} />
      {isKnown(code) && <p className="mt-0.5 text-muted">{t(code)}</p>}
    </>
  );
}
