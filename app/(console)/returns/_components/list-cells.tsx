"use client";

import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { ConsequenceWords, DeadlineBadge, DueTime, LateBadge, MissedBadge } from "@/components/returns/deadline-badge";
import { HandoverBadge } from "@/components/returns/handover-badge";
import { InWordsOf, useReasonName } from "@/components/returns/reason-name";
import { StatusBadge } from "@/components/returns/status-badge";
import { DiffersMark, ExemptBadge, VerdictBadge } from "@/components/returns/verdict-badge";
import { VerdictHeadline } from "@/components/returns/verdict-headline";
import { Link } from "@/components/ui/link";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import type { Team } from "../_assignee/assignee-choices";
import { AssigneeControl } from "../_assignee/assignee-control";
import { LookedAt } from "../_presence/looked-at";
import type { ListRow } from "../list-row";

type RowProps = { row: ListRow };

/** The day where only the day is known, else how long ago. */
function Age({ row: { requestedAt, requestedOn } }: RowProps) {
  const locale = useLocale();
  const now = useNow();
  return requestedAt ? (
    <Time at={requestedAt} style="ago" />
  ) : (
    <time dateTime={requestedOn}>{formatPlainDate(requestedOn, { locale, now })}</time>
  );
}

export function ReturnCell({ row, href }: RowProps & { href: string }) {
  return (
    <>
      <Link href={href} className="identifier -mx-0.5 rounded-badge px-0.5 font-semibold hover:underline">
        {row.name}
      </Link>
      <LookedAt names={row.lookers} />
      <div className="identifier text-muted lg:max-w-44 lg:wrap-anywhere lg:whitespace-normal xl:min-w-37">
        {row.orderNumber}
      </div>
      <div className="text-micro text-subtle lg:max-w-44 lg:wrap-anywhere">
        {row.channel.name} · <Age row={row} />
      </div>
      {row.openHandover && (
        <div className="mt-1 lg:max-2xl:[&>span]:whitespace-normal">
          <HandoverBadge marketplace={row.channel.marketplace} move={row.openHandover} />
        </div>
      )}
    </>
  );
}

/** What comes back, and under it whose task that is. */
export function ItemCell({ row, team }: RowProps & { team: Team | null }) {
  const { lines, lineCount } = row;
  const t = useTranslations("returns.item");
  const [first] = lines;
  if (!first) return null;
  return (
    <>
      <div className="line-clamp-2 wrap-anywhere lg:min-w-26 lg:max-w-56 lg:compact:line-clamp-1">
        {shownText(first.title ?? t("untitled"))}
      </div>
      <div className="flex flex-wrap items-center gap-x-1.5">
        <span className="text-muted text-small">
          {first.sku && <span className="identifier">{first.sku} </span>}
          {first.ordered === null
            ? t("quantity", { quantity: first.quantity })
            : t("quantityOf", { quantity: first.quantity, ordered: first.ordered })}
          {lineCount > 1 && <> · {t("more", { count: lineCount - 1 })}</>}
        </span>
        <AssigneeControl item={row} team={team} />
      </div>
    </>
  );
}

export function ReasonCell({ row: { channel, lines, buyerComment } }: RowProps) {
  const t = useTranslations("returns");
  const reasonName = useReasonName(channel.marketplace);
  const reasons = [...new Set(lines.map(({ reason, reasonLabels }) => reasonName(reason, reasonLabels)))];
  return (
    <>
      <div>{reasons.join(t("listComma"))}</div>
      {buyerComment && (
        <div
          dir="auto"
          className="line-clamp-2 max-w-56 wrap-anywhere text-muted text-small max-lg:max-w-none lg:compact:line-clamp-1"
        >
          {t("quoted", { words: shownText(buyerComment) })}
        </div>
      )}
    </>
  );
}

export function PolicyCell({ row }: RowProps) {
  return (
    <>
      <div className="flex flex-wrap gap-1">
        <VerdictBadge verdict={row.verdict} />
        {row.isExempt && <ExemptBadge />}
      </div>
      {row.headline && (
        <div className="mt-0.5 text-muted text-small lg:max-w-36">
          <InWordsOf marketplace={row.channel.marketplace}>
            <VerdictHeadline reason={row.headline} lines={row.lines} />
          </InWordsOf>
        </div>
      )}
      {row.oursDiffers && (
        <div className="lg:max-w-36">
          <DiffersMark ours={row.oursDiffers} />
        </div>
      )}
    </>
  );
}

export function ValueCell({ row, hasLabel = false }: RowProps & { hasLabel?: boolean }) {
  const t = useTranslations("returns");
  const locale = useLocale();
  const { valueMinor, currency, label, channel } = row;
  return (
    <>
      {valueMinor === null ? (
        <span className="text-subtle">{t("unknownValue")}</span>
      ) : (
        <span className="whitespace-nowrap tabular-nums max-lg:font-semibold">
          {formatMoney({ amountMinor: valueMinor, currency }, locale)}
        </span>
      )}
      {hasLabel && (
        <div className="ms-auto max-w-24 text-micro text-subtle max-lg:hidden">
          {t("label", { ...label, marketplace: channel.marketplace })}
        </div>
      )}
    </>
  );
}

export function DeadlineCell({ row: { deadline, missed, isAnsweredLate, channel } }: RowProps) {
  const t = useTranslations("deadline");
  return (
    <div className="flex flex-col items-start gap-0.5 max-lg:items-end lg:max-w-[calc(8.5rem*var(--text-scale))]">
      {deadline && (
        <>
          <DeadlineBadge dueAt={deadline.dueAt} isApproximate={false} party={deadline.party} />
          <div className="text-micro text-subtle">
            <DueTime deadline={deadline} />
          </div>
          {deadline.consequence !== "nothing" && (
            <div className="text-micro text-subtle max-lg:hidden lg:compact:line-clamp-1">
              <ConsequenceWords consequence={deadline.consequence} mode={channel.mode} />
            </div>
          )}
        </>
      )}
      {missed.map((kind) => (
        <MissedBadge key={kind} kind={kind} />
      ))}
      {isAnsweredLate && <LateBadge />}
      {!deadline && missed.length === 0 && !isAnsweredLate && <span className="text-subtle">{t("none")}</span>}
    </div>
  );
}

export function StatusCell({ row: { status, statusAs, unknownWord, closeReason, closeReasonLabels } }: RowProps) {
  const reasonName = useCloseReasonName();
  return (
    <>
      <div className="lg:max-2xl:[&>span]:whitespace-normal">
        <StatusBadge status={status} word={unknownWord} as={statusAs} />
      </div>
      {closeReason !== null && (
        <div className="mt-0.5 text-muted text-small">{reasonName(closeReason, closeReasonLabels)}</div>
      )}
    </>
  );
}

export function LabelCell({ row: { channel, label, rma, carrier, trackingNumber } }: RowProps) {
  const t = useTranslations("returns");
  return (
    <>
      <div className="text-small lg:max-w-44">{t("label", { ...label, marketplace: channel.marketplace })}</div>
      {rma && bearsRma(channel.marketplace) && <div className="identifier text-muted">{rma}</div>}
      <div className={clsx("text-small", trackingNumber ? "text-muted" : "text-subtle")}>
        {trackingNumber ? (
          <>
            {carrier} <span className="identifier">{trackingNumber}</span>
          </>
        ) : (
          t("noTracking", { marketplace: channel.marketplace })
        )}
      </div>
    </>
  );
}

export function ArrivedCell({ row: { arrivedAt } }: RowProps) {
  return (
    <div className="text-small">
      <Time at={arrivedAt} style="ago" />
      <div className="text-micro text-subtle">
        <Time at={arrivedAt} style="absolute" />
      </div>
    </div>
  );
}
