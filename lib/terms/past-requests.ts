import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { loadOrders } from "@/lib/judging/load-orders";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { factsOf } from "@/lib/policy/judging/facts-of";

type Since = { channelId: string; since: string };
type Key = { requestedOn: string; id: string };
export type PastRequest = Key & {
  orderId: string;
  currency: string;
  valueMinor: number | null;
  labelCostMinor: number | null;
};

const requestedSince = (sellerId: string, { channelId, since }: Since) =>
  and(eq(returns.sellerId, sellerId), eq(returns.channelId, channelId), gte(returns.requestedOn, since));

/** Requests of a channel since a day, whatever became of them, oldest first. */
export const listRequestsSince = (
  tx: Tx,
  sellerId: string,
  { after, limit, ...since }: Since & { after: Key | null; limit: number },
): Promise<PastRequest[]> =>
  tx
    .select({
      id: returns.id,
      requestedOn: returns.requestedOn,
      orderId: returns.orderId,
      currency: returns.currency,
      valueMinor: returns.valueMinor,
      labelCostMinor: returns.labelCostMinor,
    })
    .from(returns)
    .where(
      and(
        requestedSince(sellerId, since),
        after
          ? sql`(${returns.requestedOn}, ${returns.id}) > (${after.requestedOn}::date, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(returns.requestedOn), asc(returns.id))
    .limit(limit);

export const countRequestsSince = (tx: Tx, sellerId: string, since: Since): Promise<number> =>
  tx.$count(returns, requestedSince(sellerId, since));

type Asked = { sellerId: string; channel: ChannelRules; now: Date };

/** These requests as the policy sees them today; nothing of them is kept. */
export async function factsOfRequests(
  tx: Tx,
  { sellerId, channel, now }: Asked,
  rows: readonly Pick<PastRequest, "id" | "orderId">[],
): Promise<Map<string, ReturnFacts>> {
  const { orders, skuRules } = await loadOrders(
    tx,
    { sellerId, channel },
    rows.map(({ orderId }) => orderId),
  );
  const facts = new Map<string, ReturnFacts>();
  for (const { id, orderId } of rows) {
    const order = orders.get(orderId);
    const request = order?.requests.find((one) => one.id === id);
    if (order && request) facts.set(id, factsOf(order, request, { channel, skuRules, now }));
  }
  return facts;
}
