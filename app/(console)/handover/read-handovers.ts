import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { type ConflictCandidate, type DoneHandover, findHandoverNotes } from "@/lib/handovers/handover-notes";
import { HANDOVER_LIST, type HandoverRow } from "@/lib/handovers/handovers";
import { HANDOVERS, type HandoverSort, SORT_OF } from "@/lib/handovers/shared/handover-list";
import { readingLanguage } from "@/lib/kernel/buyer-languages";
import type { ListKey } from "@/lib/kernel/list/list-key";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { needsSettling } from "@/lib/policy/machines/return/conflict";
import { isAdoption } from "@/lib/policy/machines/return/kinds-of-status";
import { type MarketplacePage, marketplacePages } from "@/lib/policy/machines/return/marketplace-pages";
import { isHandedOverMove } from "@/lib/policy/machines/return/marketplace-steps";
import { isReopenable } from "@/lib/policy/machines/return/reopenable";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";

const DAY = 86_400_000;
/** Open for longer is marked. */
const OLD_AFTER = DAY;
/** A report reaches no further back, so that an ended hand-over is contradicted within that time or not at all. */
const REPORT_REACH = 60 * DAY;
const DONE_SHOWN = 10;
/** Rows of one page, whatever their batches: a page stays searchable by the browser. */
const ROWS_A_PAGE = 100;

type Asked = {
  sellerId: string;
  /** Null is the first channel with something to do. */
  code: string | null;
  sort: HandoverSort;
  after: ListKey | null;
  before: ListKey | null;
  now: Date;
};

/** The hand-over list of one channel in three statements; null when the seller has no such channel. */
export async function readHandovers(db: Db, { sellerId, code, sort, after, before, now }: Asked) {
  return withSeller(db, sellerId, async (tx) => {
    const channels = await listHandoverChannels(tx, sellerId, { oldBefore: new Date(now.getTime() - OLD_AFTER) });
    const channel = code
      ? channels.find((candidate) => candidate.code === code)
      : (channels.find(({ open }) => open > 0) ?? channels[0]);
    if (!channel) return code ? null : { channels, channel: null };
    const since = new Date(now.getTime() - REPORT_REACH);
    const notes = await findHandoverNotes(tx, sellerId, channel.id, { since, doneLimit: DONE_SHOWN });
    const pagesOf = (orderNumber: string) => marketplacePages(channel.marketplace, channel.country, orderNumber);
    const conflicts = notes.conflicts.flatMap((candidate) => toConflict(candidate, pagesOf));
    const ctx = { sellerId, channelId: channel.id, without: conflicts.map(({ returnId }) => returnId) };
    const view = { filter: HANDOVERS.emptyFilter, sort: SORT_OF[sort], per: ROWS_A_PAGE, after, before };
    const page = await HANDOVER_LIST.page(tx, ctx, view);
    return {
      channels,
      channel,
      conflicts,
      entries: page.rows.map((row) => toEntry(row, pagesOf(row.orderNumber), now)),
      next: page.next,
      previous: page.previous,
      done: notes.done.map(toDone),
      now,
    };
  });
}

const { isMove } = returnMachine;

function toConflict(candidate: ConflictCandidate, pagesOf: (orderNumber: string) => MarketplacePage[]) {
  const { openMove, lastMove, reportedStatus, deliveredBackOn, keptAgainst, number, ...rest } = candidate;
  const theirs = statusOfReport(reportedStatus, deliveredBackOn);
  const subject = {
    status: rest.status,
    previousStatus: lastMove?.fromStatus ?? null,
    reportedStatus: theirs,
    openHandover: isMove(openMove) ? openMove : null,
    lastMove: lastMove && isMove(lastMove.kind) ? lastMove.kind : null,
    hasKeptOurs: keptAgainst === reportedStatus,
  };
  if (!theirs || !lastMove || !needsSettling(subject)) return [];
  const { kind, at, actorKind, actorName, because } = lastMove;
  const decider = { at, actorKind, actorName, because, move: isMove(kind) ? kind : ("close" as const) };
  return [{ ...rest, name: `R-${number}`, theirs, said: reportedStatus, decider, pages: pagesOf(rest.orderNumber) }];
}

const toEntry = ({ number, openedAt, move, ...row }: HandoverRow, pages: MarketplacePage[], now: Date) => ({
  ...row,
  name: `R-${number}`,
  move: isHandedOverMove(move) ? move : ("close" as const),
  openedAt,
  isOld: now.getTime() - openedAt.getTime() > OLD_AFTER,
  language: readingLanguage(row.buyerLocale),
  pages,
});

const toDone = ({ number, reportedStatus, deliveredBackOn, lastMove, kind, ...row }: DoneHandover) => ({
  ...row,
  name: `R-${number}`,
  /** Ended by a person who took the marketplace's state, not by a tick. */
  isAdopted: isAdoption(kind),
  canReopen:
    kind === "handed_over" &&
    isReopenable(row, {
      lastMove: isMove(lastMove) ? lastMove : null,
      openHandover: null,
      reportedStatus: reportedStatus ? statusOfReport(reportedStatus, deliveredBackOn) : null,
    }),
});

type Found = NonNullable<Awaited<ReturnType<typeof readHandovers>>>;
export type HandoverList = Extract<Found, { conflicts: unknown }>;
export type HandoverEntry = HandoverList["entries"][number];
export type HandoverConflict = HandoverList["conflicts"][number];
export type HandoverDone = HandoverList["done"][number];
