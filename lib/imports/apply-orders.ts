import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows, writeTogether } from "@/db/write-set";
import type { BatchContext } from "./batch-context";
import { automate } from "./follow-report";
import { automaticOf, judgeOrdersAgain } from "./judge-again";
import type { OrderFactsPlan } from "./plan-orders";
import { orderFactsOf, orderWrites } from "./write-orders";

/**
 * Writes what a file of orders says that is new: the orders, what it takes to undo it, and what follows for undecided
 * returns of theirs (P-26). Set-based: the number of statements does not grow with the batch.
 */
export async function applyOrders(tx: Tx, plans: readonly OrderFactsPlan[], batch: BatchContext): Promise<void> {
  const changed = plans.filter(({ kind }) => kind !== "unchanged");
  if (changed.length === 0) return;
  await writeTogether(tx, orderWrites(changed, batch));
  await recordOrderChanges(tx, changed, batch);
  const withReturns = changed.map(({ after }) => after).filter(({ returns }) => returns.length > 0);
  if (withReturns.length === 0) return;
  const ids = withReturns.map(({ id }) => id);
  const again = await judgeOrdersAgain(tx, ids, batch);
  await automate(tx, again.flatMap(automaticOf), batch);
}

/** Keeps how each order stood before the import, and when its facts changed. */
async function recordOrderChanges(
  tx: Tx,
  changed: readonly OrderFactsPlan[],
  { sellerId, importId }: BatchContext,
): Promise<void> {
  const rows = changed.map(({ kind, before, after }) => ({
    id: after.id,
    kind,
    before: before && { row: orderFactsOf(before), lines: before.lines },
  }));
  // A second file of the same import may change the same order again: how it first stood is kept.
  await tx.execute(sql`
    insert into import_order_changes (seller_id, import_id, order_id, kind, before, updated_after)
    select ${sellerId}, ${importId}, o.id, input.kind, input.before, o.updated_at
    from ${inputRows(rows, "id uuid, kind text, before jsonb")}
    join orders o on o.seller_id = ${sellerId} and o.id = input.id
    on conflict (seller_id, import_id, order_id) do update set updated_after = excluded.updated_after`);
}
