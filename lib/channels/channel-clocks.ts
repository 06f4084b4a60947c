import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deadlines, returns } from "@/db/schema";
import { CONSENTS, type Consequence } from "@/lib/policy/clocks/deadlines";

/** Counting stops there: a screen says "1,000+". */
const COUNTED_AT_MOST = 1001;

/** Has the answer clocks of a channel that run authorize nothing any more: from now on they end in what is given. */
export async function stopAuthorizing(tx: Tx, sellerId: string, channelId: string, to: Consequence): Promise<void> {
  const undecided = tx
    .select({ id: returns.id })
    .from(returns)
    .where(
      and(eq(returns.sellerId, sellerId), eq(returns.channelId, channelId), eq(returns.tab, "authorization_required")),
    );
  await tx
    .update(deadlines)
    .set({ consequence: to })
    .where(
      and(
        eq(deadlines.sellerId, sellerId),
        inArray(deadlines.returnId, undecided),
        eq(deadlines.kind, "answer"),
        eq(deadlines.state, "open"),
        eq(deadlines.consequence, CONSENTS),
      ),
    );
}

/** How many requests of a channel wait for an answer on a clock, and how many authorized returns for their parcel. */
export async function countRunning(
  tx: Tx,
  sellerId: string,
  channelId: string,
): Promise<{ undecided: number; awaited: number }> {
  const count = (tab: string, kinds: string) => sql<number>`(select count(*)::int from (
    select from returns r where r.seller_id = ${sellerId} and r.channel_id = ${channelId} and r.tab = ${tab}
      and exists (select from deadlines d where d.seller_id = ${sellerId} and d.return_id = r.id and d.state = 'open'
        and d.kind = any(string_to_array(${kinds}, ',')))
    limit ${COUNTED_AT_MOST}) running)`;
  const rows = await tx.execute<{ undecided: number; awaited: number }>(
    sql`select ${count("authorization_required", "answer,expire")} as undecided,
      ${count("awaiting_return", "fetch_label,send_back")} as awaited`,
  );
  return rows[0] ?? { undecided: 0, awaited: 0 };
}
