import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Has the undecided returns of a channel judged again by the worker, after what judges them has changed (P-26). To be
 * called in the transaction of the change; asked for twice it is done once.
 */
export async function queueRejudge(tx: Tx, sellerId: string, channelId: string): Promise<void> {
  await tx.execute(sql`
    insert into work_items (seller_id, kind, id, due_at) values (${sellerId}, 'rejudge', ${channelId}, now())
    on conflict (seller_id, kind, id) do update set due_at = excluded.due_at, lease_token = null, lease_until = null, attempts = 0`);
}
