import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { channels, events, ledger, orders, refunds } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { refundEventRow } from "@/lib/platform/moves/event-row";
import type { Store } from "@/lib/platform/moves/writer";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import type { RefundTold } from "@/lib/policy/events/events";
import type { RefundEffect, RefundSubject, RefundWords } from "@/lib/policy/machines/refund/refund-machine";
import { type Cause, ENTRY_OF } from "@/lib/policy/money/ledger";

type Posted = Pick<RefundSubject, "orderId" | "currency"> & {
  refundId: string | null;
  cause: Cause;
  amountMinor: number;
};

/** Entries in the books, each from one account to another. */
export const postings = (sellerId: string, now: Date, entries: readonly Posted[]): SQL | null =>
  insertionIfAny(
    ledger,
    entries.map((entry) => ({ sellerId, id: newId(), at: now, ...ENTRY_OF[entry.cause], ...entry })),
  );

/** Adds to what is refunded of the payments that these refunds are made of, or takes it off again. */
const moved = (sellerId: string, of: readonly { subject: RefundSubject }[], sign: 1 | -1): SQL =>
  sql`update payments p set refunded_minor = p.refunded_minor + ${sign} * part.amount
    from (select f.payment_id, sum(f.amount_minor)::bigint as amount
      from ${inputRows(
        of.map(({ subject }) => ({ id: subject.id })),
        "id uuid",
      )}
      join refund_parts f on f.seller_id = ${sellerId} and f.refund_id = input.id group by 1) part
    where p.seller_id = ${sellerId} and p.id = part.payment_id`;

/** All that the effects set, the later ones over the earlier ones. */
const patchOf = (effects: readonly RefundEffect[]): Record<string, unknown> =>
  Object.assign({}, ...effects.map((effect) => (effect.kind === "sets" ? effect : {})));

/** The returns of these refunds are newer than a page that was opened before. */
export const countEvents = (sellerId: string, returnIds: readonly (string | null)[]): SQL | null => {
  const rows = [...new Set(returnIds)].flatMap((id) => (id === null ? [] : [{ id }]));
  return rows.length === 0
    ? null
    : sql`update returns r set version = r.version + 1 from ${inputRows(rows, "id uuid")}
        where r.seller_id = ${sellerId} and r.id = input.id`;
};

/** Refunds as the one writer keeps them. Whoever moves one has locked its return before, as every other writer does. */
export const refundStore: Store<RefundWords> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx
      .select({ id: refunds.id })
      .from(refunds)
      .where(and(eq(refunds.sellerId, sellerId), inArray(refunds.id, [...ids])))
      .orderBy(asc(refunds.id))
      .for("update");
    return new Set(rows.map(({ id }) => id));
  },
  load: (tx, sellerId, ids) =>
    tx
      .select({
        id: refunds.id,
        status: refunds.state,
        orderId: refunds.orderId,
        returnId: refunds.returnId,
        amountMinor: refunds.amountMinor,
        currency: refunds.currency,
        askedById: refunds.askedById,
        mode: channels.mode,
      })
      .from(refunds)
      .innerJoin(orders, and(eq(orders.sellerId, refunds.sellerId), eq(orders.id, refunds.orderId)))
      .innerJoin(channels, and(eq(channels.sellerId, orders.sellerId), eq(channels.id, orders.channelId)))
      .where(and(eq(refunds.sellerId, sellerId), inArray(refunds.id, [...ids])))
      .orderBy(asc(refunds.id)),
  write(moves, { sellerId, request, actor, now, importId }): (SQL | null)[] {
    const rows = moves.map(({ subject, to, effects }) => {
      const isLetGo = effects.some(({ kind }) => kind === "letsGo");
      return { id: subject.id, state: to, patch: patchOf(effects), is_let_go: isLetGo };
    });
    return [
      sql`update refunds f set state = input.state, state_changed_at = ${now.toISOString()}::timestamptz,
          amount_minor = case when input.patch ? 'amountMinor' then (input.patch->>'amountMinor')::bigint else f.amount_minor end,
          reference = case when input.patch ? 'reference' then input.patch->>'reference' else f.reference end,
          failure = case when input.patch ? 'failure' then input.patch->>'failure' else f.failure end,
          approved_by = coalesce(input.patch->>'approvedBy', f.approved_by),
          asked_by_id = coalesce((input.patch->>'askedById')::uuid, f.asked_by_id),
          asked_by = coalesce(input.patch->>'askedBy', f.asked_by),
          let_go_by_id = case when input.is_let_go then ${actor.id}::uuid else f.let_go_by_id end,
          let_go_at = case when input.is_let_go then ${now.toISOString()}::timestamptz else f.let_go_at end
        from ${inputRows(rows, "id uuid, state text, patch jsonb, is_let_go boolean")}
        where f.seller_id = ${sellerId} and f.id = input.id`,
      countEvents(
        sellerId,
        moves.map(({ subject }) => subject.returnId),
      ),
      insertionIfAny(
        events,
        moves.map(({ subject, to, effects, data, eventId }) =>
          refundEventRow({
            // The registry refuses data that the event of this move does not tell.
            ...({ kind: request.move, data } as RefundTold),
            ...{ id: eventId, sellerId, actor, now, importId },
            refund: subject,
            fromStatus: subject.status,
            toStatus: to,
            effects: [...effects],
          }),
        ),
      ),
    ];
  },
  effects: {
    // Written with the status.
    sets: () => [],
    letsGo: () => [],
    holds: (of, { sellerId }) => [moved(sellerId, of, 1)],
    frees: (of, { sellerId }) => [moved(sellerId, of, -1)],
    tells: (of, { sellerId, now }) =>
      queuedMessages(
        sellerId,
        of.map(({ subject: { id: refundId, returnId }, eventId }) => ({
          ...{ kind: "buyer.refunded" as const, returnId, eventId, dedupeKey: `buyer.refunded:${eventId}` },
          ...{ availableAt: now, createdAt: now, data: { refundId } },
        })),
      ),
    posts: (of, { sellerId, now }) => [
      postings(
        sellerId,
        now,
        of.map(({ subject: { id: refundId, orderId, currency }, effect: { cause, amountMinor } }) => {
          return { refundId, orderId, currency, cause, amountMinor };
        }),
      ),
    ],
  },
};
