import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { EVENTS } from "@/lib/policy/events/events";
import { movesOpenTo, needsSettling } from "@/lib/policy/machines/return/lifecycle";
import { subjectOf } from "@/lib/returns/move-subject";
import { listMoveSubjects } from "@/lib/returns/move-subjects";
import { findReturnDetail, listReturnEvents } from "@/lib/returns/return-detail";

/** Events of an ordinary page; a link shows all of them. */
export const EVENTS_SHOWN = 100;

type Asked = { sellerId: string; returnId: string; hasAllEvents: boolean; now: Date };

/** A return as its page shows it, in three statements; null when this seller has none with the id. */
export async function readReturn(db: Db, { sellerId, returnId, hasAllEvents, now }: Asked) {
  if (!isId(returnId)) return null;
  const limit = hasAllEvents ? null : EVENTS_SHOWN + 1;
  const [item, [row], rows] = await withSeller(db, sellerId, (tx) =>
    Promise.all([
      findReturnDetail(tx, sellerId, returnId),
      listMoveSubjects(tx, sellerId, [returnId]),
      listReturnEvents(tx, sellerId, returnId, limit),
    ]),
  );
  if (!item || !row) return null;
  const subject = subjectOf(row);
  return {
    item,
    events: (hasAllEvents ? rows : rows.slice(0, EVENTS_SHOWN)).map((event) => ({
      ...event,
      data: EVENTS.read("return", event.kind, event.data),
    })),
    hasMoreEvents: !hasAllEvents && rows.length > EVENTS_SHOWN,
    defaultAddress: row.defaultAddress,
    moves: movesOpenTo(subject, "seller", now),
    isInConflict: needsSettling(subject),
    reportedStatus: subject.reportedStatus,
    openHandover: subject.openHandover,
    lastMove: subject.lastMove,
    lastEventId: row.lastMove?.id ?? null,
    undoUntil: subject.undoUntil,
    undoSeconds: row.operation.undoSeconds,
    channelLabels: row.operation.labels,
    now,
  };
}

export type FoundReturn = NonNullable<Awaited<ReturnType<typeof readReturn>>>;
