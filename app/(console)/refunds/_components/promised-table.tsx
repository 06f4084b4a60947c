import { useLocale, useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { formatMoney, minorToDecimal } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { PromisedRow } from "@/lib/refunds/promised-refunds";
import { SettleButton } from "./settle-button";

const HEAD = "px-3 py-1.5 font-medium";
const CELL = "px-3 py-(--cell-y) align-top";

type PromisedTableProps = { rows: readonly PromisedRow[]; isOpen: boolean; maySettle: boolean };

/** Promised refunds with where they have to be made, how much is asked back, and since when. */
export function PromisedTable({ rows, isOpen, maySettle }: PromisedTableProps) {
  const t = useTranslations("refunds");
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-subtle">
          <tr>
            <th scope="col" className={`${HEAD} text-start`}>
              {t("columns.return")}
            </th>
            <th scope="col" className={`${HEAD} text-start max-md:hidden`}>
              {t("columns.where")}
            </th>
            <th scope="col" className={`${HEAD} text-start max-md:hidden`}>
              {t("columns.promised")}
            </th>
            <th scope="col" className={`${HEAD} text-end`}>
              {t(isOpen ? "columns.value" : "columns.paid")}
            </th>
            {maySettle && (
              <th scope="col" className={HEAD}>
                <span className="sr-only">{t("columns.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.id} row={row} isOpen={isOpen} maySettle={maySettle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, isOpen, maySettle }: { row: PromisedRow; isOpen: boolean; maySettle: boolean }) {
  const t = useTranslations("refunds");
  const locale = useLocale();
  const reasonName = useCloseReasonName();
  const { currency, marketplace, channelName, valueMinor, amountMinor, promisedAt } = row;
  const number = `R-${row.number}`;
  const sum = isOpen ? valueMinor : amountMinor;
  const where = isOpen ? t("where", { marketplace }) : t("paidWhere", { marketplace });
  const when = <Time at={promisedAt} style="ago" />;
  return (
    <tr>
      <th scope="row" className={`${CELL} text-start font-normal`}>
        <Link href={paths.returnDetail(row.returnId)} className="prose-link font-medium">
          {number}
        </Link>
        <p className="text-muted" dir="auto">
          {t("order", { order: row.orderNumber })} {row.buyerName && <>· {shownText(row.buyerName)}</>}
        </p>
        {row.closeReason && <p className="text-subtle">{reasonName(row.closeReason, row.closeReasonLabels)}</p>}
        <p className="text-subtle md:hidden">
          {channelName} <span className="whitespace-nowrap">· {when}</span>
        </p>
      </th>
      <td className={`${CELL} max-md:hidden`}>
        {channelName}
        <p className="text-subtle">{where}</p>
      </td>
      <td className={`${CELL} max-md:hidden`}>{when}</td>
      <td className={`${CELL} text-end tabular-nums`}>
        {sum === null ? t("unknown") : formatMoney({ amountMinor: sum, currency }, locale)}
      </td>
      {maySettle && (
        <td className={`${CELL} text-end`}>
          <SettleButton
            refundId={row.id}
            number={number}
            currency={currency}
            suggested={valueMinor === null ? "" : minorToDecimal({ amountMinor: valueMinor, currency })}
          />
        </td>
      )}
    </tr>
  );
}
