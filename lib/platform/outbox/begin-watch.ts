import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addWork } from "../queue/lease";

/** Has a seller looked at now, and from then on. */
export const watchSeller = (tx: Tx, sellerId: string): Promise<void> =>
  addWork(tx, { sellerId, kind: "watch", id: sellerId });

/** Puts a seller under watch that nobody has looked at yet; called whenever somebody comes to look at it. */
export async function beginWatch(tx: Tx, sellerId: string): Promise<void> {
  await tx.execute(sql`
    insert into work_items (seller_id, kind, id, due_at)
    values (${sellerId}, 'watch', ${sellerId}, date_trunc('milliseconds', now())) on conflict do nothing`);
}
