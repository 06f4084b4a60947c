import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Acting } from "@/lib/platform/ctx";
import { CHUNK, moveIn } from "@/lib/platform/moves/writer";
import { refundMachine } from "@/lib/policy/machines/refund/refund-machine";
import { PAID, TO_CONFIRM } from "@/lib/policy/machines/refund/statuses";
import { confirmedBy } from "@/lib/policy/money/refundable";
import { refundStore } from "./refund-store";

type Waiting = { id: string; amountMinor: number };
type Row = { reported: string; outside: string; paid: string; waiting: Waiting[] };

/**
 * P-22: what a marketplace reports as refunded of these orders ticks the refunds that were to be made there, as far as it tells
 * of exactly them; anything else is left to a person. Whoever asks has locked the orders' returns.
 */
export async function confirmRefundsIn(
  tx: Tx,
  { sellerId, actor, now, importId }: Acting & { importId: string },
  orderIds: readonly string[],
): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select coalesce((select sum(l.reported_refunded_minor) from returns r
        join return_lines l on l.seller_id = r.seller_id and l.return_id = r.id
        where r.seller_id = ${sellerId} and r.order_id = f.order_id), 0) as reported,
      coalesce(max(f.outside_minor), 0) as outside,
      coalesce(sum(f.amount_minor) filter (where f.state = ${PAID}), 0) as paid,
      json_agg(json_build_object('id', f.id, 'amountMinor', f.amount_minor) order by f.created_at, f.id)
        filter (where f.state in ${TO_CONFIRM}) as waiting
    from refunds f where f.seller_id = ${sellerId} and f.order_id in ${[...orderIds]}
    group by f.order_id having bool_or(f.state in ${TO_CONFIRM})`);
  const ids = rows.flatMap(({ reported, outside, paid, waiting }) =>
    confirmedBy(Number(reported) - Number(outside) - Number(paid), waiting),
  );
  const acting = { sellerId, actor, now, importId };
  const request: { move: "succeed"; reference: null } = { move: "succeed", reference: null };
  for (let start = 0; start < ids.length; start += CHUNK)
    await moveIn(
      tx,
      { machine: refundMachine, store: refundStore, actor: actor.kind },
      { ...acting, ids: ids.slice(start, start + CHUNK).sort(), request },
      async (plan) => plan,
    );
  return ids;
}
