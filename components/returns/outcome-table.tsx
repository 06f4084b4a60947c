import { useTranslations } from "next-intl";
import { useStoredRefusalWords } from "@/components/refusal-words";
import { Link } from "@/components/ui/link";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { MovedBy } from "./moved-by";

type Item = Outcome["refusedItems"][number];
type OutcomeTableProps = { items: readonly Item[]; returnHref: (returnId: string) => string };

/** Every return that a bulk act did not do, with the reason in words and the way to it. */
export function OutcomeTable({ items, returnHref }: OutcomeTableProps) {
  const t = useTranslations("bulk");
  const words = useStoredRefusalWords();
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">{t("outcome.caption")}</caption>
        <thead className="bg-sunken text-subtle">
          <tr>
            <th scope="col" className="px-3 py-1.5 text-start font-medium">
              {t("columns.return")}
            </th>
            <th scope="col" className="px-3 py-1.5 text-start font-medium">
              {t("columns.why")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map(({ returnId, number, orderNumber, refusal }) => (
            <tr key={returnId}>
              <th scope="row" className="px-3 py-2 text-start align-top font-medium">
                <Link href={returnHref(returnId)} className="prose-link whitespace-nowrap">
                  R-{number}
                </Link>
                <span className="identifier block font-normal text-subtle">{orderNumber}</span>
              </th>
              <td className="px-3 py-2 align-top">
                {refusal && words(refusal)} <MovedBy refusal={refusal} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
