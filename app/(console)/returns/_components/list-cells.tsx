"use client";

import { clsx } from "clsx";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { useReasonNamer } from "@/components/returns/reason-name";
import { itselfOf, shortDue } from "@/components/returns/short-due";
import { STATUS_LOOK } from "@/components/returns/status-badge";
import { initialsOf, lettersOf, shortNameOf } from "@/components/ui/avatar";
import { useNow } from "@/components/ui/now";
import { TONE_SOFT } from "@/components/ui/tone";
import { formatAgo, formatDateTime, formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { hasCome } from "@/lib/policy/machines/return/statuses";
import { LookedAt } from "../_presence/looked-at";
import type { ListRow } from "../list-row";
import { RowActions } from "./row-actions";
import { Glyph } from "./row-glyphs";

type Cell = (row: ListRow) => ReactNode;
export type Cells = ReturnType<typeof useListCells>;

type CellsFor = {
  detailHref: (row: ListRow) => string;
  /** Whether the person's role decides anything. */
  canDecide: boolean;
};

const VERDICT_LOOK = {
  in_policy: "quiet",
  out_of_policy: `tag ${TONE_SOFT.warning}`,
  not_returnable: `tag ${TONE_SOFT.critical}`,
} as const;
const CLOSENESS_LOOK = {
  late: `tag ${TONE_SOFT.critical}`,
  near: `tag ${TONE_SOFT.warning}`,
  soon: "due soon",
  later: "due later",
} as const;

/** What stands in the cells of a list. All words and formats are had once for all rows, so that a cell is only its text. */
export function useListCells({ detailHref, canDecide }: CellsFor) {
  const t = useTranslations("returns");
  const deadline = useTranslations("deadline");
  const short = useTranslations("deadline.short");
  const time = useTranslations("time");
  const status = useTranslations("status");
  const assignee = useTranslations("assignee");
  const actions = useTranslations("returns.actions");
  const reasonNamer = useReasonNamer();
  const closeReasonName = useCloseReasonName();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();

  return useMemo(() => {
    const reading = { locale, timeZone, now };
    const countries = new Intl.DisplayNames(locale, { type: "region" });

    const item: Cell = (row) => {
      const [first] = row.lines;
      if (!first) return null;
      const title = shownText(first.title ?? t("item.untitled"));
      return (
        <div className="it">
          <span aria-hidden className="thumb">
            {lettersOf(title)}
          </span>
          <div>
            <a href={detailHref(row)} tabIndex={-1} className="ttl">
              {title}
            </a>
            <div className="l2">{quantityOf(row)}</div>
          </div>
        </div>
      );
    };

    const quantityOf = ({ lines: [first], lineCount }: ListRow) =>
      first && (
        <>
          {first.sku && <span className="id">{first.sku}</span>}{" "}
          {first.ordered === null || first.ordered === first.quantity
            ? t("item.quantity", { quantity: first.quantity })
            : t("item.quantityOf", { quantity: first.quantity, ordered: first.ordered })}
          {lineCount > 1 && <> · {t("item.more", { count: lineCount - 1 })}</>}
        </>
      );

    const number: Cell = (row) => (
      <>
        <div>
          <span className="on-card">{quantityOf(row)} · </span>
          <a href={detailHref(row)} className="ref">
            {row.name}
          </a>{" "}
          <span className="ch">· {row.channel.name}</span>
          {row.lookers.length > 0 && <LookedAt names={row.lookers} />}
        </div>
        {row.openHandover ? (
          <div className="l2 on-card block! text-tone-warning-fg!">
            {status("notYetDone", { marketplace: row.channel.marketplace, move: row.openHandover })}
          </div>
        ) : (
          <div className="l2 id">{row.orderNumber}</div>
        )}
      </>
    );

    const buyer: Cell = ({ buyerName, buyerCountry }) => (
      <>
        <div dir="auto">{buyerName === null ? "–" : shownText(buyerName)}</div>
        {buyerCountry && (
          <div className="l2" suppressHydrationWarning>
            {countries.of(buyerCountry)}
          </div>
        )}
      </>
    );

    const reason: Cell = ({ channel, lines, buyerComment }) => {
      const nameOf = reasonNamer(channel.marketplace);
      const reasons = [...new Set(lines.map((line) => nameOf(line.reason, line.reasonLabels)))];
      return (
        <>
          <div>{reasons.join(t("listComma"))}</div>
          {buyerComment && (
            <div dir="auto" className="l2">
              {t("quoted", { words: shownText(buyerComment) })}
            </div>
          )}
        </>
      );
    };

    const policy: Cell = ({ verdict, oursDiffers, why }) => (
      <>
        <div>
          <span className={VERDICT_LOOK[verdict]}>
            <Glyph of={verdict} />
            {status(`verdict.${verdict}`)}
          </span>
        </div>
        <div className={clsx("l2", oursDiffers && "text-tone-attention-fg!")}>{why}</div>
      </>
    );

    const amount: Cell = ({ valueMinor, isHighValue, currency }) => (
      <div
        className={clsx(
          valueMinor === null ? "text-subtle" : "tabular-nums",
          // A sign beside it would take the room of its figures.
          isHighValue && "underline decoration-2 decoration-dotted decoration-tone-attention-icon underline-offset-4",
        )}
        title={isHighValue ? t("highValue") : undefined}
      >
        {isHighValue && <span className="sr-only">{t("highValue")} </span>}
        {valueMinor === null ? t("unknownValue") : formatMoney({ amountMinor: valueMinor, currency }, locale)}
      </div>
    );

    const value: Cell = (row) => (
      <>
        {amount(row)}
        <div className="l2">{t("payer", { paidBy: row.labelPaidBy })}</div>
      </>
    );

    const due: Cell = ({ status: is, deadline: next, missed, isAnsweredLate, channel }) => {
      if (!next) {
        const [first] = missed;
        return (
          <div className="due later" title={first && deadline(`missed.${first}`)}>
            {first ? short("missed") : isAnsweredLate ? deadline("late") : "–"}
            {first && <div className="l2">{short("beforeImport")}</div>}
          </div>
        );
      }
      const { closeness, text, title } = shortDue(next, { t: short, time }, reading);
      // What came in part stays received; its clock ends the waiting for the rest, and closes nothing.
      const itself = hasCome(is) ? null : itselfOf(next.consequence, channel.mode);
      return (
        <>
          <time
            dateTime={next.dueAt.toISOString()}
            title={title}
            suppressHydrationWarning
            className={CLOSENESS_LOOK[closeness]}
          >
            {text}
          </time>
          {itself && <div className="l2">{deadline("itself", { what: itself })}</div>}
        </>
      );
    };

    const statusCell: Cell = ({ status: is, statusAs, unknownWord, closeReason, closeReasonLabels }) => (
      <>
        <div>
          <span className={`tag status ${TONE_SOFT[STATUS_LOOK[is].tone]}`}>
            <Glyph of={is} />
            {unknownWord ? <bdi>{status("unknownWord", { word: unknownWord })}</bdi> : status(statusAs)}
          </span>
        </div>
        {closeReason !== null && <div className="l2">{closeReasonName(closeReason, closeReasonLabels)}</div>}
      </>
    );

    const label: Cell = ({ channel, labelPaidBy, rma, carrier, trackingNumber }) => (
      <>
        <div className={clsx(!trackingNumber && "text-subtle")}>
          {trackingNumber ? (
            <>
              {carrier} <span className="id">{trackingNumber}</span>
            </>
          ) : (
            t("noTracking", { marketplace: channel.marketplace })
          )}
        </div>
        <div className="l2">
          {t("payer", { paidBy: labelPaidBy })}
          {rma && bearsRma(channel.marketplace) && <span className="id"> · {rma}</span>}
        </div>
      </>
    );

    const since: Cell = ({ arrivedAt, requestedOn }) => (
      <>
        <div suppressHydrationWarning>{formatAgo(time, arrivedAt, now)}</div>
        <div className="l2" title={t("requestedOn", { date: formatPlainDate(requestedOn, { locale, now }) })}>
          {formatDateTime(time, arrivedAt, reading)}
        </div>
      </>
    );

    const who: Cell = (row) => (
      <>
        <RowActions row={row} canDecide={canDecide} t={actions} />
        <div className="who" title={row.assignee?.name ?? assignee("none")}>
          {row.assignee ? (
            <>
              <span aria-hidden className="av">
                {initialsOf(row.assignee.name)}
              </span>
              {shortNameOf(row.assignee.name)}
            </>
          ) : (
            <>
              <span className="av none">
                <Glyph of="nobody" />
              </span>
              <span className="sr-only">{assignee("nobody")}</span>
            </>
          )}
        </div>
      </>
    );

    return { item, number, buyer, reason, policy, amount, value, due, status: statusCell, label, since, who };
  }, [
    t,
    deadline,
    short,
    time,
    status,
    assignee,
    actions,
    reasonNamer,
    closeReasonName,
    locale,
    timeZone,
    now,
    detailHref,
    canDecide,
  ]);
}
