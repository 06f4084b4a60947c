import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { ImportEffects } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { neverAutomates } from "@/lib/policy/judging/automation";
import type { BatchContext } from "./batch-context";
import type { ImportTask } from "./import-task";
import type { KnownOrder } from "./import-world";

type One = { sellerId: string; importId: string };

export const NO_EFFECTS: ImportEffects = {
  authorized: 0,
  followed: 0,
  messages: 0,
  kept: 0,
  handovers: 0,
  undoSeconds: 0,
};

/** What an import has moved on, what it has authorized, and what of that goes to buyers or is to be done there. */
export async function countEffects(tx: Tx, { sellerId, importId }: One): Promise<Omit<ImportEffects, "undoSeconds">> {
  const [row] = await tx.execute<Omit<ImportEffects, "undoSeconds">>(sql`
    select count(*)::int as authorized,
      (select count(distinct e.return_id)::int from events e
        where e.seller_id = ${sellerId} and e.import_id = ${importId} and e.kind = 'adopt') as followed,
      count(o.id) filter (where r.buyer_email is not null)::int as messages,
      count(o.id) filter (where r.buyer_email is null)::int as kept,
      count(h.id)::int as handovers
    from (
      select e.id, e.at, e.return_id, x.buyer_email from events e
      join returns t on t.seller_id = e.seller_id and t.id = e.return_id
      join orders x on x.seller_id = t.seller_id and x.id = t.order_id
      where e.seller_id = ${sellerId} and e.import_id = ${importId} and e.kind = 'authorize') r
    left join outbox o on o.seller_id = ${sellerId} and o.return_id = r.return_id and o.event_id = r.id
    left join handovers h on h.seller_id = ${sellerId} and h.return_id = r.return_id and h.opened_at = r.at`);
  return row ?? NO_EFFECTS;
}

/** Ends a transaction in which something was done only to see what follows from it. */
class NotKept extends Error {}

/**
 * P-31: what importing a batch does by itself. The import's own writes are made, counted and taken back, so that no
 * second copy of its rules can say something else; `earlier` is what files before made of the same orders.
 */
export async function foresee<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  db: Db,
  { earlier, plans }: { earlier: readonly Plan[]; plans: readonly Plan[] },
  batch: BatchContext,
): Promise<ImportEffects> {
  const { operation } = batch.channel.current;
  // Where nothing is authorized by itself, only what a file moves on has to be tried.
  const tried = neverAutomates(batch.channel, operation.automation) ? plans.filter(task.mayMove) : plans;
  if (tried.length === 0) return NO_EFFECTS;
  let seen = NO_EFFECTS;
  try {
    await withSeller(db, batch.sellerId, async (tx) => {
      if (earlier.length > 0) await task.apply(tx, earlier, batch);
      const before = await countEffects(tx, batch);
      await task.apply(tx, tried, batch);
      const after = await countEffects(tx, batch);
      seen = addEffects({ ...after, undoSeconds: operation.undoSeconds }, before, -1);
      throw new NotKept();
    });
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
  }
  return seen;
}

/** The first with so many times the second. */
export const addEffects = (
  to: ImportEffects,
  more: Omit<ImportEffects, "undoSeconds"> & { undoSeconds?: number },
  times: 1 | -1 = 1,
): ImportEffects => ({
  authorized: to.authorized + times * more.authorized,
  followed: (to.followed ?? 0) + times * (more.followed ?? 0),
  messages: to.messages + times * more.messages,
  kept: to.kept + times * more.kept,
  handovers: to.handovers + times * more.handovers,
  undoSeconds: Math.max(to.undoSeconds, more.undoSeconds ?? 0),
});
