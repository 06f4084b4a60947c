import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, deadlines, returns } from "@/db/schema";
import type { Consequence } from "@/lib/policy/clocks/deadlines";
import { MODES_THAT_CARRY_OUT } from "@/lib/policy/reach";

/** A deadline that is open, with its return locked so that nobody acts meanwhile; else null. */
export async function lockDeadline(tx: Tx, sellerId: string, deadlineId: string) {
  const [row] = await tx
    .select({
      returnId: deadlines.returnId,
      dueAt: deadlines.dueAt,
      consequence: deadlines.consequence,
      isAutomationPaused: sql<boolean>`(
        select s.automation_paused_at is not null from sellers s where s.id = ${sellerId})`,
      isOrderCancelled: sql<boolean>`(
        select o.is_cancelled from orders o where o.seller_id = ${sellerId} and o.id = ${returns.orderId})`,
      /** What the channel's settings say now; its answer clocks began under older ones, perhaps. */
      answerConsequence: sql<Consequence>`(
        select p.operation #>> '{clocks,answerConsequence}' from operations p
        where p.seller_id = ${sellerId} and p.channel_id = ${returns.channelId} order by p.version desc limit 1)`,
    })
    .from(deadlines)
    .innerJoin(returns, and(eq(returns.sellerId, deadlines.sellerId), eq(returns.id, deadlines.returnId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(
      and(
        eq(deadlines.sellerId, sellerId),
        eq(deadlines.id, deadlineId),
        eq(deadlines.state, "open"),
        inArray(channels.mode, MODES_THAT_CARRY_OUT),
      ),
    )
    .for("update", { of: returns });
  return row ?? null;
}
