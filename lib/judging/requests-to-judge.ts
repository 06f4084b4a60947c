import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, returns } from "@/db/schema";
import type { LineFacts } from "@/lib/policy/judging/facts";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import { earlierFreeReturns, standsBefore } from "./earlier-returns";

/** A line as the policy judges it, but for what the channel says of its SKU and its reason. */
type LineJson = Omit<LineFacts, "skuRule" | "reasonFault">;

const lines = sql<LineJson[]>`(
  select coalesce(json_agg(json_build_object('id', o.id, 'sku', o.sku, 'category', o.category, 'reason', l.reason,
    'quantity', l.quantity, 'orderedQuantity', o.quantity, 'amountMinor', o.amount_minor, 'hasFreeReturn', o.has_free_return,
    'alreadyReturnedQuantity', (
      select coalesce(sum(el.quantity), 0)::int from return_lines el
      join returns e on e.seller_id = el.seller_id and e.id = el.return_id
      where el.seller_id = l.seller_id and el.order_line_id = l.order_line_id and ${standsBefore(returns)})
  ) order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${returns.sellerId} and l.return_id = ${returns.id}
)`;

const columns = {
  id: returns.id,
  requestedOn: returns.requestedOn,
  requestedAt: returns.requestedAt,
  reported: sql<MarketplaceRecord | null>`${returns.reported}`,
  evaluation: returns.evaluation,
  currency: returns.currency,
  valueMinor: returns.valueMinor,
  labelCostMinor: returns.labelCostMinor,
  order: {
    orderedOn: orders.orderedOn,
    promisedOn: orders.promisedOn,
    deliveredOn: orders.deliveredOn,
    shippedOn: orders.shippedOn,
    outbound: orders.outbound,
    isCancelled: orders.isCancelled,
    cancelledOn: orders.cancelledOn,
    shipCountry: orders.shipCountry,
  },
  earlierFreeReturns: earlierFreeReturns(returns),
  lines,
};

const pageOf = (tx: Tx, where: SQL | undefined, order: SQL, limit: number) =>
  tx
    .select(columns)
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(where)
    .orderBy(order, asc(returns.id))
    .limit(limit);

export type RequestToJudge = Awaited<ReturnType<typeof pageOf>>[number];

type Page = { channelId: string; limit: number };
const ofChannel = (sellerId: string, channelId: string) =>
  and(eq(returns.sellerId, sellerId), eq(returns.channelId, channelId));

/** Requests of a channel since a day, whatever became of them, oldest first. */
export const listRequestsSince = (
  tx: Tx,
  sellerId: string,
  { channelId, since, after, limit }: Page & { since: string; after: { requestedOn: string; id: string } | null },
): Promise<RequestToJudge[]> =>
  pageOf(
    tx,
    and(
      ofChannel(sellerId, channelId),
      gte(returns.requestedOn, since),
      after
        ? sql`(${returns.requestedOn}, ${returns.id}) > (${after.requestedOn}::date, ${after.id}::uuid)`
        : undefined,
    ),
    sql`${returns.requestedOn}`,
    limit,
  );

export const countRequestsSince = (tx: Tx, sellerId: string, channelId: string, since: string): Promise<number> =>
  tx.$count(returns, and(ofChannel(sellerId, channelId), gte(returns.requestedOn, since)));

/** Takes the undecided returns of a channel by id, after another one (P-26). */
export async function lockUndecided(
  tx: Tx,
  sellerId: string,
  { channelId, after, limit }: Page & { after: string | null },
): Promise<RequestToJudge[]> {
  const isNext = and(
    ofChannel(sellerId, channelId),
    eq(returns.tab, "authorization_required"),
    after ? sql`${returns.id} > ${after}::uuid` : undefined,
  );
  const locked = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(isNext)
    .orderBy(asc(returns.id))
    .limit(limit)
    .for("update");
  const last = locked.at(-1);
  return last ? pageOf(tx, and(isNext, sql`${returns.id} <= ${last.id}::uuid`), sql`${returns.id}`, limit) : [];
}

/** Takes the undecided returns of one order, by id. */
export async function lockUndecidedOfOrder(tx: Tx, sellerId: string, orderId: string): Promise<RequestToJudge[]> {
  const isIts = and(
    eq(returns.sellerId, sellerId),
    eq(returns.orderId, orderId),
    eq(returns.tab, "authorization_required"),
  );
  const locked = await tx.select({ id: returns.id }).from(returns).where(isIts).orderBy(asc(returns.id)).for("update");
  return locked.length > 0 ? pageOf(tx, isIts, sql`${returns.id}`, locked.length) : [];
}

/** The undecided returns of the orders that these returns are of, by id. */
export async function listUndecidedOfOrders(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]> {
  const theirs = tx
    .select({ orderId: returns.orderId })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(
      and(eq(returns.sellerId, sellerId), eq(returns.tab, "authorization_required"), inArray(returns.orderId, theirs)),
    )
    .orderBy(asc(returns.id));
  return rows.map(({ id }) => id);
}

/** One return of a channel with all that judges it; null when it is not there. */
export async function findRequestToJudge(tx: Tx, sellerId: string, channelId: string, id: string) {
  const [row] = await pageOf(tx, and(ofChannel(sellerId, channelId), eq(returns.id, id)), sql`${returns.id}`, 1);
  return row ?? null;
}
