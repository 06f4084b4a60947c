import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, refunds, returns } from "@/db/schema";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";

const DAY = 86_400_000;
/** What was promised and is still to be paid by the seller, or what they say they have paid. */
const STATE_OF = { open: "intended", settled: "succeeded" } as const;

/** More than this is not counted. */
export const PROMISED_COUNT_AT_MOST = 1000;

const columns = {
  id: refunds.id,
  state: refunds.state,
  returnId: returns.id,
  number: returns.number,
  orderNumber: orders.number,
  buyerName: orders.buyerName,
  channelName: channels.name,
  marketplace: channels.marketplace,
  closeReason: returns.closeReason,
  closeReasonLabels: returns.closeReasonLabels,
  currency: refunds.currency,
  /** What was paid, once somebody has typed it. */
  amountMinor: refunds.amountMinor,
  /** What the buyer asked back; null: unknown. */
  valueMinor: returns.valueMinor,
  promisedAt: refunds.createdAt,
};

type Ctx = { sellerId: string; now: Date };

const readPromised = async (tx: Tx, { where, orderBy, limit, key }: Clauses, { now }: Ctx) => {
  const rows = await tx
    .select({ ...columns, key })
    .from(refunds)
    .innerJoin(returns, and(eq(returns.sellerId, refunds.sellerId), eq(returns.id, refunds.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map((row) => ({ ...row, ageDays: Math.floor((now.getTime() - row.promisedAt.getTime()) / DAY) }));
};
export type PromisedRow = Omit<Awaited<ReturnType<typeof readPromised>>[number], "key">;

const sum = (amountMinor: number | null, currency: string) => (amountMinor === null ? null : { amountMinor, currency });

/** Promised refunds, oldest first. */
export const PROMISED = list<PromisedRow>()({
  filter: { show: eitherOf(["open", "settled"]) },
  columns: {
    return: { value: ({ number }) => `R-${number}` },
    order: { value: ({ orderNumber }) => orderNumber },
    channel: { value: ({ channelName }) => channelName },
    marketplace: { value: ({ marketplace }) => marketplace },
    buyer: { value: ({ buyerName }) => buyerName },
    state: { value: ({ state }) => (state === STATE_OF.open ? "promised, not paid" : "paid by the seller") },
    promised_at: { value: ({ promisedAt }) => promisedAt, sort: "instant" },
    age_days: { value: ({ ageDays }) => ageDays },
    value_asked_back: { value: ({ valueMinor, currency }) => sum(valueMinor, currency) },
    paid: { value: ({ amountMinor, currency }) => sum(amountMinor, currency) },
    currency: { value: ({ currency }) => currency },
    reason: { value: ({ closeReason }) => closeReason },
  },
  sort: (_filter) => "promised_at",
  sizes: [25],
});

export const PROMISED_LIST = listSql(PROMISED, {
  table: refunds,
  id: refunds.id,
  base: ({ sellerId }: Ctx) => eq(refunds.sellerId, sellerId),
  filter: { show: (show) => eq(refunds.state, STATE_OF[show]) },
  sort: { promised_at: refunds.createdAt },
  read: readPromised,
});
