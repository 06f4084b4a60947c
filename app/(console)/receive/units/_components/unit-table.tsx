import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { UnitListRow } from "@/lib/receiving/units";

const HEAD = "px-3 py-1.5 text-start font-medium";
const CELL = "px-3 py-(--cell-y) align-top";

type UnitTableProps = { rows: readonly UnitListRow[]; mayOpenReturns: boolean; hasDisposition: boolean };

/** Units as they were taken in: what it is, what it is like, whose return it came with, and when. */
export function UnitTable({ rows, mayOpenReturns, hasDisposition }: UnitTableProps) {
  const t = useTranslations("receivedUnits");
  const conditionName = useTranslations("receiving.condition");
  const dispositionName = useTranslations("receiving.disposition");
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-subtle">
          <tr>
            <th scope="col" className={HEAD}>
              {t("columns.item")}
            </th>
            <th scope="col" className={HEAD}>
              {t("columns.condition")}
            </th>
            <th scope="col" className={HEAD}>
              {t("columns.return")}
            </th>
            <th scope="col" className={`${HEAD} max-md:hidden`}>
              {t("columns.received")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={`${CELL} text-start font-normal`}>
                <p className="font-medium">{row.title ? shownText(row.title) : (row.sku ?? t("unknown"))}</p>
                <p className="text-subtle">
                  {row.sku && <span className="identifier">{row.sku}</span>}
                  {row.isExtra && t("extra")}
                </p>
                {row.note && <p className="text-muted">{shownText(row.note)}</p>}
              </th>
              <td className={CELL}>
                {conditionName(row.condition)}
                {hasDisposition && <p className="text-subtle">{dispositionName(row.disposition)}</p>}
              </td>
              <td className={CELL}>
                {mayOpenReturns ? (
                  <Link href={paths.returnDetail(row.returnId)} className="prose-link font-medium">
                    R-{row.number}
                  </Link>
                ) : (
                  <span className="font-medium">R-{row.number}</span>
                )}
                <p className="identifier text-subtle">{shownText(row.orderNumber)}</p>
                <p className="text-subtle md:hidden">
                  <Time at={row.receivedAt} style="ago" />
                </p>
              </td>
              <td className={`${CELL} max-md:hidden`}>
                <Time at={row.receivedAt} style="ago" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
