import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { claims, events, ledger } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { claimEventRow } from "@/lib/platform/moves/event-row";
import type { Store } from "@/lib/platform/moves/writer";
import type { ClaimTold } from "@/lib/policy/events/events";
import type { ClaimEffect, ClaimWords } from "@/lib/policy/machines/claim/claim-machine";
import { ENTRY_OF } from "@/lib/policy/money/ledger";

/** That the worker looks at what came of these returns; at once, and again where it was put off. */
export const looksAt = (sellerId: string, returnIds: readonly string[], now: Date): SQL | null =>
  returnIds.length === 0
    ? null
    : sql`insert into work_items (seller_id, kind, id, due_at)
        select ${sellerId}::uuid, 'claim', input.id, ${now.toISOString()}::timestamptz
        from ${inputRows(
          [...new Set(returnIds)].map((id) => ({ id })),
          "id uuid",
        )}
        on conflict (seller_id, kind, id) do update
          set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`;

/** The same for returns of which a claim is known: something came of their goods, or not after all. */
export async function lookAtClaims(tx: Tx, sellerId: string, returnIds: readonly string[], now: Date): Promise<void> {
  await tx.execute(sql`insert into work_items (seller_id, kind, id, due_at)
    select ${sellerId}::uuid, 'claim', c.return_id, ${now.toISOString()}::timestamptz
    from claims c where c.seller_id = ${sellerId} and c.return_id in ${[...returnIds]}
    on conflict (seller_id, kind, id) do update
      set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0`);
}

/** All that the effects set, the later ones over the earlier ones. */
const patchOf = (effects: readonly ClaimEffect[]): Record<string, unknown> =>
  Object.assign({}, ...effects.map((effect) => (effect.kind === "sets" ? effect : {})));

const text = (column: string, key: string) =>
  sql`case when input.patch ? ${key} then input.patch->>${key} else ${sql.raw(column)} end`;
const amount = (column: string, key: string) =>
  sql`case when input.patch ? ${key} then (input.patch->>${key})::bigint else ${sql.raw(column)} end`;

/** Claims as the one writer keeps them. Whoever moves one has locked its return before. */
export const claimStore: Store<ClaimWords> = {
  async lock(tx, sellerId, ids) {
    const rows = await tx
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.sellerId, sellerId), inArray(claims.id, [...ids])))
      .orderBy(asc(claims.id))
      .for("update");
    return new Set(rows.map(({ id }) => id));
  },
  load: (tx, sellerId, ids) =>
    tx
      .select({
        ...{ id: claims.id, status: claims.status, orderId: claims.orderId, returnId: claims.returnId },
        ...{ currency: claims.currency, amountMinor: claims.amountMinor, cause: claims.cause, bar: claims.bar },
        ...{ grantedMinor: claims.grantedMinor, endsAt: claims.endsAt },
      })
      .from(claims)
      .where(and(eq(claims.sellerId, sellerId), inArray(claims.id, [...ids])))
      .orderBy(asc(claims.id)),
  write(moves, { sellerId, request, actor, now }): (SQL | null)[] {
    const rows = moves.map(({ subject, to, effects }) => {
      return { id: subject.id, status: to, moved: to !== subject.status, patch: patchOf(effects) };
    });
    return [
      sql`update claims c set status = input.status,
          status_changed_at = case when input.moved then ${now.toISOString()}::timestamptz else c.status_changed_at end,
          cause = ${text("c.cause", "cause")}, bar = ${text("c.bar", "bar")},
          amount_minor = ${amount("c.amount_minor", "amountMinor")},
          claimed_minor = ${amount("c.claimed_minor", "claimedMinor")},
          granted_minor = ${amount("c.granted_minor", "grantedMinor")},
          claim_number = ${text("c.claim_number", "claimNumber")},
          reported_word = ${text("c.reported_word", "reportedWord")}, note = ${text("c.note", "note")},
          refunded_on = coalesce((input.patch->>'refundedOn')::date, c.refunded_on),
          due_at = coalesce((input.patch->>'dueAt')::timestamptz, c.due_at),
          ends_at = coalesce((input.patch->>'dueAt')::timestamptz, c.ends_at)
        from ${inputRows(rows, "id uuid, status text, moved boolean, patch jsonb")}
        where c.seller_id = ${sellerId} and c.id = input.id`,
      insertionIfAny(
        events,
        moves.map(({ subject, to, effects, data, eventId }) =>
          claimEventRow({
            // The registry refuses data that the event of this move does not tell.
            ...({ kind: request.move, data } as ClaimTold),
            ...{ id: eventId, sellerId, actor, now, claim: subject },
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
    posts: (of, { sellerId, now }) => [
      insertionIfAny(
        ledger,
        of.map(({ subject: { orderId, currency }, effect: { cause, amountMinor } }) => ({
          ...{ sellerId, id: newId(), orderId, refundId: null, currency, cause, amountMinor, at: now },
          ...ENTRY_OF[cause],
        })),
      ),
    ],
    looks: (of, { sellerId, now }) => [
      looksAt(
        sellerId,
        of.map(({ subject: { returnId } }) => returnId),
        now,
      ),
    ],
  },
};
