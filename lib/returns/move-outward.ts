import { type SQL, sql } from "drizzle-orm";
import { handovers, refunds, returnKeys } from "@/db/schema";
import { inputRows, insertion, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { searchKey } from "@/lib/kernel/search-key";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { isHandedOver, type Move } from "@/lib/policy/machines/return/lifecycle";
import { isTerminal } from "@/lib/policy/machines/return/statuses";
import type { MessageKind } from "@/lib/policy/messages/message";
import { REACH } from "@/lib/policy/reach";
import type { MoveAct, WrittenMove } from "./move-act";
import type { MoveSubjectRow } from "./move-subjects";

/** What a managed channel sends because of a move; a mirrored one sends nothing (P-19). */
const MESSAGE_OF: Partial<Record<Move, MessageKind>> = {
  authorize: "buyer.authorized",
  close: "buyer.closed",
  expire: "buyer.closed",
  withdraw: "team.withdrawn",
};

/** What of a move leaves the return: the outbox, the hand-over list, the refund intent and what it is found by. */
export function outwardWrites(moves: readonly WrittenMove[], act: MoveAct): (SQL | null)[] {
  return act.request.move === "undo" ? takenBack(moves, act) : sentOut(moves, act);
}

function sentOut(moves: readonly WrittenMove[], { sellerId, request, now }: MoveAct): (SQL | null)[] {
  const { move } = request;
  const message = MESSAGE_OF[move];
  const carriedOut = moves.filter(({ row }) => REACH[row.channel.mode].carriesOut);
  const told = isHandedOver(move) ? moves.filter(({ row }) => REACH[row.channel.mode].mustBeTold) : [];
  const settled = move === "adopt" ? moves.filter(({ row }) => row.openHandover) : [];
  return [
    ...(message
      ? queuedMessages(
          sellerId,
          carriedOut.map(({ row, eventId }) => ({
            kind: message,
            returnId: row.id,
            eventId,
            dedupeKey: `${message}:${eventId}`,
            availableAt: new Date(now.getTime() + row.operation.undoSeconds * 1000),
            createdAt: now,
          })),
        )
      : []),
    insertionIfAny(
      handovers,
      told
        .filter(({ row }) => !row.openHandover)
        .map(({ row }) => ({ sellerId, id: newId(), returnId: row.id, move, openedAt: now })),
    ),
    handoversReplaced(
      told.filter(({ row }) => row.openHandover),
      sellerId,
      move,
    ),
    settled.length > 0 ? handoversEnded(settled, sellerId, now) : null,
    move === "adopt" ? intentsDropped(moves, sellerId) : null,
    insertionIfAny(
      refunds,
      moves
        .filter(({ effect }) => effect.hasRefundIntent)
        .map(({ row, eventId }) => ({
          sellerId,
          id: newId(),
          returnId: row.id,
          key: eventId,
          state: "intended" as const,
          kind: "without_return" as const,
          currency: row.currency,
          createdAt: now,
        })),
    ),
    keysAdded(moves, sellerId),
  ];
}

/**
 * Undo takes back all that has not left: it was guarded that nothing has. An entry that a withdrawal took over is again
 * about the authorization, the only decision that one follows.
 */
function takenBack(moves: readonly WrittenMove[], { sellerId, now }: MoveAct): (SQL | null)[] {
  const ids = inputRows(
    moves.map(({ row, effect }) => ({
      id: row.id,
      eventId: row.lastMove?.id ?? null,
      at: row.lastMove?.at ?? null,
      hadRma: "rma" in effect.patch,
      trackingKey: "label_tracking" in effect.patch ? ownTrackingKey(row) : null,
    })),
    "id uuid, event_id uuid, at timestamptz, had_rma boolean, tracking_key text",
  );
  return [
    sql`update outbox o set state = 'cancelled' from ${ids}
      where o.seller_id = ${sellerId} and o.return_id = input.id and o.state = 'waiting' and o.event_id = input.event_id`,
    sql`update handovers h set
        (move, done_at, done_by) = (
          select case when h.opened_at = input.at then h.move else 'authorize' end,
            case when h.opened_at = input.at then ${now.toISOString()}::timestamptz end,
            case when h.opened_at = input.at then 'undo' end)
      from ${ids}
      where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null
        and (h.opened_at = input.at or h.move = 'withdraw')`,
    sql`update refunds f set state = 'cancelled' from ${ids}
      where f.seller_id = ${sellerId} and f.return_id = input.id and f.state = 'intended' and f.created_at = input.at`,
    sql`delete from return_keys k using ${ids}
      where k.seller_id = ${sellerId} and k.return_id = input.id
        and (k.kind = 'rma' and input.had_rma or k.kind = 'tracking' and k.key = input.tracking_key)`,
  ];
}

/** What a decision makes a return findable by: its RMA, and the number that a label travels under (P-01). */
function keysAdded(moves: readonly WrittenMove[], sellerId: string): SQL | null {
  const keys = moves.flatMap(({ row, effect: { patch } }) => {
    const texts = { rma: patch.rma, tracking: patch.label_tracking };
    return (["rma", "tracking"] as const).flatMap((kind) => {
      const text = texts[kind];
      const key = typeof text === "string" ? searchKey(text) : "";
      return key === "" ? [] : [{ sellerId, key, kind, returnId: row.id }];
    });
  });
  // A report may have brought the same tracking number before.
  return keys.length > 0 ? sql`${insertion(returnKeys, keys)} on conflict do nothing` : null;
}

/** The key of a label's tracking number, unless a report names the same one: that stays findable. */
function ownTrackingKey({ labelTracking, reported }: MoveSubjectRow): string | null {
  const key = searchKey(labelTracking ?? "");
  return key === "" || key === searchKey(reported?.trackingNumber ?? "") ? null : key;
}

const idRows = (moves: readonly WrittenMove[]) =>
  inputRows(
    moves.map(({ row }) => ({ id: row.id })),
    "id uuid",
  );

/** What was never done on the marketplace need not be done there any more: the later decision takes its entry over. */
const handoversReplaced = (moves: readonly WrittenMove[], sellerId: string, move: Move): SQL | null =>
  moves.length === 0
    ? null
    : sql`update handovers h set move = ${move} from ${idRows(moves)}
        where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`;

const handoversEnded = (moves: readonly WrittenMove[], sellerId: string, now: Date): SQL =>
  sql`update handovers h set done_at = ${now.toISOString()}::timestamptz, done_by = 'person' from ${idRows(moves)}
    where h.seller_id = ${sellerId} and h.return_id = input.id and h.done_at is null`;

/** Whoever takes the marketplace's state gives up the refund that the overruled decision announced. */
const intentsDropped = (moves: readonly WrittenMove[], sellerId: string): SQL =>
  sql`update refunds f set state = 'cancelled' from ${idRows(moves.filter(({ to }) => !isTerminal(to)))}
    where f.seller_id = ${sellerId} and f.return_id = input.id and f.state = 'intended'`;
