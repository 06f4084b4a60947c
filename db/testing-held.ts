import { eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { returns } from "./schema";
import { withSeller } from "./tenant";
import type { TestSeller } from "./testing-data";

/** So many copies of the seller's one return with its lines: all that a bulk act over thousands needs, in one statement. */
export async function copiesOfReturn(db: Db, { sellerId }: TestSeller, count: number): Promise<void> {
  await withSeller(db, sellerId, (tx) =>
    tx.execute(sql`with made as (
        insert into returns (seller_id, id, channel_id, order_id, number, source, status, requested_on,
          evaluation, order_policy_id, request_policy_id, currency, created_at, status_changed_at)
        select seller_id, gen_random_uuid(), channel_id, order_id, number + n, source, status, requested_on,
          evaluation, order_policy_id, request_policy_id, currency, created_at, status_changed_at
        from returns cross join generate_series(1, ${count}) n where seller_id = ${sellerId}
        returning id
      )
      insert into return_lines (seller_id, id, return_id, order_line_id, position, reason, reason_key, quantity)
      select l.seller_id, gen_random_uuid(), made.id, l.order_line_id, l.position, l.reason, l.reason_key, l.quantity
      from return_lines l cross join made where l.seller_id = ${sellerId}`),
  );
}

/** Holds a return as somebody who is in the middle of moving it does; the answer lets go of it. */
export function holdReturn(db: Db, { sellerId }: TestSeller, id: string): Promise<() => Promise<void>> {
  return new Promise((isHeld, failed) => {
    const holding = withSeller(db, sellerId, async (tx) => {
      await tx.select({ id: returns.id }).from(returns).where(eq(returns.id, id)).for("no key update");
      await new Promise<void>((letGo) => {
        isHeld(async () => {
          letGo();
          await holding;
        });
      });
    });
    holding.catch(failed);
  });
}
