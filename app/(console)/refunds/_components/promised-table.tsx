import { useLocale, useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { formatMoney, minorToDecimal } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { isDeclined, mayRetry } from "@/lib/policy/machines/refund/statuses";
import { tenderNamed } from "@/lib/policy/money/tenders";
import type { PromisedRow, RefundShow } from "@/lib/refunds/promised-refunds";
import { type RefundAct, RefundActs } from "./refund-acts";
import { SettleButton } from "./settle-button";

const HEAD = "px-3 py-1.5 font-medium";
const CELL = "px-3 py-(--cell-y) align-top";

type Shown = { show: RefundShow; userId: string; mayMake: boolean; mayApprove: boolean };
type PromisedTableProps = Shown & { rows: readonly PromisedRow[] };

/** What this person may do with a refund where it stands. */
function actsOf({ askedById, state }: PromisedRow, { show, userId, mayMake, mayApprove }: Shown): RefundAct[] {
  if (show === "asked") {
    const decides: RefundAct[] = mayApprove && askedById !== userId ? ["approve", "decline"] : [];
    return mayMake ? [...decides, "cancel"] : decides;
  }
  if (!mayMake) return [];
  if (show === "pending") return ["tick", "fail"];
  return show === "failed" ? (mayRetry(state) ? ["retry", "cancel"] : ["tick", "fail"]) : [];
}

/** Refunds with where they have to be made, how much, since when, and what can be done with each. */
export function PromisedTable({ rows, ...shown }: PromisedTableProps) {
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
              {t(shown.show === "open" ? "columns.value" : "columns.paid")}
            </th>
            {hasActs(shown) && (
              <th scope="col" className={HEAD}>
                <span className="sr-only">{t("columns.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.id} row={row} shown={shown} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const hasActs = ({ show, mayMake, mayApprove }: Shown): boolean =>
  show !== "settled" && show !== "ended" && (mayMake || mayApprove);

function Row({ row, shown }: { row: PromisedRow; shown: Shown }) {
  const t = useTranslations("refunds");
  const locale = useLocale();
  const reasonName = useCloseReasonName();
  const tenders = useTranslations("tenders");
  const tenderWord = (tender: string) => {
    const known = tenderNamed(tender);
    return known ? tenders(known) : shownText(tender);
  };
  const { currency, marketplace, channelName, valueMinor, amountMinor, promisedAt } = row;
  const isOpen = shown.show === "open";
  const number = row.number === null ? row.orderNumber : `R-${row.number}`;
  const sum = isOpen ? valueMinor : amountMinor;
  const amount = sum === null ? t("unknown") : formatMoney({ amountMinor: sum, currency }, locale);
  const where =
    shown.show === "ended"
      ? t(`ended.${isDeclined(row.state) ? "declined" : "cancelled"}`)
      : t(shown.show === "settled" ? "paidWhere" : "where", { marketplace });
  const when = <Time at={promisedAt} style="ago" />;
  return (
    <tr>
      <th scope="row" className={`${CELL} text-start font-normal`}>
        {row.returnId === null ? (
          <span className="font-medium">{number}</span>
        ) : (
          <Link href={paths.returnDetail(row.returnId)} className="prose-link font-medium">
            {number}
          </Link>
        )}
        <p className="text-muted" dir="auto">
          {t("order", { order: row.orderNumber })} {row.buyerName && <>· {shownText(row.buyerName)}</>}
        </p>
        {row.closeReason && <p className="text-subtle">{reasonName(row.closeReason, row.closeReasonLabels)}</p>}
        {[row.askedBy, row.failure, row.note].map(
          (said) =>
            said && (
              <p key={said} className="text-subtle" dir="auto">
                {shownText(said)}
              </p>
            ),
        )}
        <p className="text-subtle md:hidden">
          {channelName} <span className="whitespace-nowrap">· {when}</span>
        </p>
      </th>
      <td className={`${CELL} max-md:hidden`}>
        {channelName}
        <p className="text-subtle">{where}</p>
        {row.parts.map((part) => (
          <p key={part.tender + part.reference} className="text-subtle" dir="auto">
            {[tenderWord(part.tender), formatMoney({ ...part, currency }, locale), part.reference]
              .filter(Boolean)
              .join(" · ")}
          </p>
        ))}
      </td>
      <td className={`${CELL} max-md:hidden`}>{when}</td>
      <td className={`${CELL} text-end tabular-nums`}>{amount}</td>
      {hasActs(shown) && (
        <td className={`${CELL} text-end`}>
          {isOpen && shown.mayMake ? (
            <SettleButton
              refundId={row.id}
              number={number}
              currency={currency}
              suggested={valueMinor === null ? "" : minorToDecimal({ amountMinor: valueMinor, currency })}
            />
          ) : (
            <RefundActs refundId={row.id} number={number} amount={amount} acts={actsOf(row, shown)} />
          )}
        </td>
      )}
    </tr>
  );
}
