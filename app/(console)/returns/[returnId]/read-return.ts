import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { readTold } from "@/lib/policy/events/told";
import { needsSettling } from "@/lib/policy/machines/return/conflict";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { isClear } from "@/lib/policy/machines/return/todo";
import { refundOffer } from "@/lib/refunds/refund-offer";
import { listMoveSubjects } from "@/lib/returns/move-subjects";
import { findReturnDetail, listReturnEvents } from "@/lib/returns/return-detail";

/** Events of an ordinary page; a link shows all of them. */
export const EVENTS_SHOWN = 100;

type Asked = { sellerId: string; returnId: string; hasAllEvents: boolean; now: Date };

/** A return as its page shows it, in three statements; null when this seller has none with the id. */
export async function readReturn(db: Db, { sellerId, returnId, hasAllEvents, now }: Asked) {
  if (!isId(returnId)) return null;
  const limit = hasAllEvents ? null : EVENTS_SHOWN + 1;
  const [item, [subject], rows] = await withSeller(db, sellerId, (tx) =>
    Promise.all([
      findReturnDetail(tx, sellerId, returnId),
      listMoveSubjects(tx, sellerId, [returnId]),
      listReturnEvents(tx, sellerId, returnId, limit),
    ]),
  );
  if (!item || !subject) return null;
  return {
    item,
    events: (hasAllEvents ? rows : rows.slice(0, EVENTS_SHOWN)).map(readTold),
    hasMoreEvents: !hasAllEvents && rows.length > EVENTS_SHOWN,
    defaultAddress: subject.defaultAddress,
    moves: returnMachine.open(subject, "person", now),
    isClear: isClear(item.evaluation),
    isInConflict: needsSettling(subject),
    reportedStatus: subject.reportedStatus,
    offer: refundOffer(item),
    openHandover: subject.openHandover,
    lastMove: subject.lastMove,
    lastEventId: subject.lastEvent?.id ?? null,
    undoUntil: subject.undoUntil,
    undoSeconds: subject.operation.undoSeconds,
    channelLabels: subject.operation.labels,
    now,
  };
}

export type FoundReturn = NonNullable<Awaited<ReturnType<typeof readReturn>>>;
