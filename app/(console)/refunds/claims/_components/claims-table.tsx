import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { ShortDeadline } from "@/components/returns/short-deadline";
import { Link } from "@/components/ui/link";
import type { ClaimRow } from "@/lib/claims/claims-list";
import { formatDay } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { formatMoney, minorToDecimal } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { claimMachine } from "@/lib/policy/machines/claim/claim-machine";
import { type ClaimShow, isOpenClaim, isUnfiled } from "@/lib/policy/machines/claim/statuses";
import { type ClaimAct, ClaimActs } from "./claim-acts";

const HEAD = "px-3 py-1.5 font-medium";
const CELL = "px-3 py-(--cell-y) align-top";

type Shown = { show: ClaimShow; mayMake: boolean };

/** What a person may do with a claim where it stands, in the order of what comes next. */
const actsOf = (row: ClaimRow): ClaimAct[] =>
  (["file", "grant", "deny", "answer", "appeal", "date", "drop", "resume"] as const).filter((act) => {
    if (act === "date" && row.status === "over") return false;
    const { from, by } = claimMachine.moves[act];
    return by.some((who) => who === "person") && from.some((status) => status === row.status);
  });

/** Claims with why, how much, until when, what is missing, and what can be done with each. */
export function ClaimsTable({ rows, now, ...shown }: Shown & { rows: readonly ClaimRow[]; now: Date }) {
  const t = useTranslations("claims");
  const hasActs = shown.mayMake;
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
              {t("columns.why")}
            </th>
            <th scope="col" className={`${HEAD} text-end`}>
              {t("columns.amount")}
            </th>
            <th scope="col" className={`${HEAD} text-start max-md:hidden`}>
              {t("columns.due")}
            </th>
            {hasActs && (
              <th scope="col" className={`${HEAD} max-md:hidden`}>
                <span className="sr-only">{t("columns.act")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.id} row={row} hasActs={hasActs} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, hasActs, now }: { row: ClaimRow; hasActs: boolean; now: Date }) {
  const t = useTranslations("claims");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { currency, grantedMinor, claimedMinor, amountMinor, status } = row;
  const number = `R-${row.number}`;
  const minor = grantedMinor ?? claimedMinor ?? amountMinor;
  const amount =
    minor === null ? isOpenClaim(status) && t("unknown") : formatMoney({ amountMinor: minor, currency }, locale);
  const acts = (
    <ClaimActs
      claimId={row.id}
      number={number}
      currency={currency}
      suggested={minor === null ? "" : minorToDecimal({ amountMinor: minor, currency })}
      acts={actsOf(row)}
    />
  );
  // As long as nobody knows when it was refunded, nothing is overdue for sure.
  const due = isOpenClaim(status) && (
    <p>
      {row.refundedOn === null ? (
        <>
          {formatDay(row.dueAt, { locale, timeZone, now })}
          <span className="block text-subtle">{t("atTheEarliest")}</span>
        </>
      ) : (
        <ShortDeadline dueAt={row.dueAt} party="seller" hasDay />
      )}
    </p>
  );
  const why = (
    <>
      <p>{row.cause ? t(`cause.${row.cause}`) : row.bar ? t(`bar.${row.bar}`) : t(`status.${status}`)}</p>
      {row.cause && !isUnfiled(status) && <p className="text-subtle">{t(`status.${status}`)}</p>}
      {row.claimNumber && <p className="text-subtle">{t("number", { number: shownText(row.claimNumber) })}</p>}
      {row.reportedWord && <p className="text-subtle">{t("reported", { word: shownText(row.reportedWord) })}</p>}
      {row.note && (
        <p className="text-subtle" dir="auto">
          {shownText(row.note)}
        </p>
      )}
      {isUnfiled(status) && row.lacks.includes("photo") && <p className="text-tone-warning-fg">{t("lacks.photo")}</p>}
    </>
  );
  return (
    <tr>
      <th scope="row" className={`${CELL} text-start font-normal`}>
        <Link href={paths.returnDetail(row.returnId)} className="prose-link font-medium">
          {number}
        </Link>
        <p className="text-muted" dir="auto">
          <span className="whitespace-nowrap">{t("order", { order: row.orderNumber })}</span>{" "}
          {row.buyerName && <>· {shownText(row.buyerName)}</>}
        </p>
        <p className="text-subtle">{row.channelName}</p>
        <div className="mt-1 flex flex-col gap-1 md:hidden">
          {why}
          {due}
          {hasActs && acts}
        </div>
      </th>
      <td className={`${CELL} max-md:hidden`}>{why}</td>
      <td className={`${CELL} whitespace-nowrap text-end tabular-nums`}>{amount}</td>
      <td className={`${CELL} max-md:hidden`}>{due}</td>
      {hasActs && <td className={`${CELL} text-end max-md:hidden`}>{acts}</td>}
    </tr>
  );
}
