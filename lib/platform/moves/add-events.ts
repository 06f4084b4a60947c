import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, returns } from "@/db/schema";
import { inputRows, insertion, writeTogether } from "@/db/write-set";
import { eventRow, type ReturnEvent } from "./event-row";

/** Adds events that move nothing to the histories of locked returns and counts them in each version; a buyer's ends a snooze. */
export async function addEvents(tx: Tx, happened: readonly ReturnEvent[]): Promise<void> {
  if (happened.length === 0) return;
  await writeTogether(tx, [
    insertion(events, happened.map(eventRow)),
    sql`update returns r set version = r.version + counted.events
      from (select seller_id, return_id, count(*)::int as events
            from ${inputRows(
              happened.map(({ sellerId, returnId }) => ({ sellerId, returnId })),
              "seller_id uuid, return_id uuid",
            )} group by 1, 2) counted
      where r.seller_id = counted.seller_id and r.id = counted.return_id`,
    waking(happened.filter(({ actor }) => actor.kind === "buyer")),
  ]);
}

/** Ends the snoozes of these returns: something happened to them that somebody should see. */
export function waking(some: readonly { sellerId: string; returnId: string }[]): SQL | null {
  if (some.length === 0) return null;
  const rows = some.map(({ sellerId, returnId }) => ({ sellerId, returnId }));
  return sql`delete from snoozes s using ${inputRows(rows, "seller_id uuid, return_id uuid")}
    where s.seller_id = input.seller_id and s.return_id = input.return_id`;
}

/** Takes the rows of these returns in id order and answers which exist; whoever comes second waits here. */
export async function lockReturns(tx: Tx, sellerId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(asc(returns.id))
    .for("update");
  return new Set(rows.map((row) => row.id));
}
