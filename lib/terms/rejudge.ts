import { and, asc, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { judgeOrders } from "@/lib/judging/judge-orders";
import { keepJudgements } from "@/lib/judging/keep-judgements";
import type { Handler } from "@/lib/platform/queue/work";

/** Orders, with all their undecided returns, in one transaction. */
const AT_ONCE = 500;

/**
 * P-26: judges the undecided returns of a channel again, a part at a time, with an event where the judgement changed.
 * Decides nothing: what new settings would have authorized stays with the person whom it was given to.
 */
export const rejudgeWork: Handler = async (db, { sellerId, id: channelId, now, signal, fence }) => {
  let after: string | null = null;
  while (!signal.aborted) {
    const last: string | null = await withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      const [channel] = await listChannelRules(tx, sellerId, [channelId]);
      if (!channel) return null;
      const ids = await listOrdersToJudge(tx, sellerId, channelId, after);
      const { again } = await judgeOrders(tx, { sellerId, channel, now }, ids);
      await keepJudgements(tx, again, { sellerId, now });
      return ids.at(-1) ?? null;
    });
    if (last === null) return;
    after = last;
  }
};

/** Orders of a channel with something undecided, by id after another one: an order is judged as a whole. */
async function listOrdersToJudge(tx: Tx, sellerId: string, channelId: string, after: string | null): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: returns.orderId })
    .from(returns)
    .where(
      and(
        eq(returns.sellerId, sellerId),
        eq(returns.channelId, channelId),
        eq(returns.tab, "authorization_required"),
        after ? gt(returns.orderId, after) : undefined,
      ),
    )
    .orderBy(asc(returns.orderId))
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}
