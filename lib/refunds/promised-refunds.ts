import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rowsOf } from "@/db/rows-of";
import { channels, orders, refunds, returns } from "@/db/schema";
import { paths } from "@/lib/i18n/paths";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { minorToDecimal } from "@/lib/kernel/money";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { RefundStatus } from "@/lib/policy/machines/refund/statuses";

const DAY = 86_400_000;
/** What was promised without an amount, what waits for a second person, what somebody has to make, what went wrong, what was made, what was declined or withdrawn. */
export const STATES_OF = {
  open: ["intended"],
  asked: ["asked"],
  pending: ["pending"],
  failed: ["failed", "unknown"],
  settled: ["succeeded"],
  ended: ["declined", "cancelled"],
} as const satisfies Record<string, readonly RefundStatus[]>;
export type RefundShow = keyof typeof STATES_OF;
export const REFUND_SHOWS = [
  "open",
  "asked",
  "pending",
  "failed",
  "settled",
  "ended",
] as const satisfies readonly RefundShow[];

/** As a file tells them. */
const TOLD: Record<RefundStatus, string> = {
  intended: "promised, not paid",
  asked: "waits for approval",
  pending: "to be made",
  failed: "failed",
  unknown: "unknown",
  succeeded: "paid by the seller",
  declined: "declined",
  cancelled: "withdrawn",
};

/** More than this is not counted. */
export const PROMISED_COUNT_AT_MOST = 1000;

const columnsOf = (sellerId: string) => ({
  id: refunds.id,
  askedById: refunds.askedById,
  askedBy: refunds.askedBy,
  note: refunds.note,
  failure: refunds.failure,
  reference: refunds.reference,
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
  /** By what, where the order was paid by more than one, or by one that is named. */
  parts: rowsOf<{ tender: string; reference: string; amountMinor: number }>(
    sql`p.tender, p.reference, f.amount_minor as "amountMinor"`,
    sql`from refund_parts f join payments p on p.seller_id = f.seller_id and p.id = f.payment_id
      where f.seller_id = ${sellerId} and f.refund_id = ${refunds.id} and p.tender <> 'channel'
      order by p.created_at, p.id`,
  ),
  /** What the buyer asked back; null: unknown. */
  valueMinor: returns.valueMinor,
  promisedAt: refunds.createdAt,
});

type Ctx = { sellerId: string; now: Date };

const readPromised = async (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId, now }: Ctx) => {
  const rows = await tx
    .select({ ...columnsOf(sellerId), key })
    .from(refunds)
    .innerJoin(orders, and(eq(orders.sellerId, refunds.sellerId), eq(orders.id, refunds.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, orders.sellerId), eq(channels.id, orders.channelId)))
    .leftJoin(returns, and(eq(returns.sellerId, refunds.sellerId), eq(returns.id, refunds.returnId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map((row) => ({ ...row, ageDays: Math.floor((now.getTime() - row.promisedAt.getTime()) / DAY) }));
};
export type PromisedRow = Omit<Awaited<ReturnType<typeof readPromised>>[number], "key">;

const sum = (amountMinor: number | null, currency: string) => (amountMinor === null ? null : { amountMinor, currency });

/** Refunds, oldest first. */
export const PROMISED = list<PromisedRow>()({
  filter: { show: eitherOf(REFUND_SHOWS) },
  columns: {
    return: { value: ({ number }) => (number === null ? null : `R-${number}`) },
    order: { value: ({ orderNumber }) => orderNumber },
    channel: { value: ({ channelName }) => channelName },
    marketplace: { value: ({ marketplace }) => marketplace },
    buyer: { value: ({ buyerName }) => buyerName },
    state: { value: ({ state }) => TOLD[state] },
    promised_at: { value: ({ promisedAt }) => promisedAt, sort: "instant" },
    age_days: { value: ({ ageDays }) => ageDays },
    value_asked_back: { value: ({ valueMinor, currency }) => sum(valueMinor, currency) },
    paid: { value: ({ amountMinor, currency }) => sum(amountMinor, currency) },
    asked_by: { value: ({ askedBy }) => askedBy },
    reference: { value: ({ reference }) => reference },
    failure: { value: ({ failure }) => failure },
    by: {
      value: ({ parts, currency }) =>
        parts
          .map((part) => [part.tender, part.reference, minorToDecimal({ ...part, currency })].filter(Boolean).join(" "))
          .join("; ") || null,
    },
    currency: { value: ({ currency }) => currency },
    reason: { value: ({ closeReason }) => closeReason },
  },
  sort: (_filter) => "promised_at",
  sizes: [25],
});

/** The address of one part of the list. */
export const refundsHref = (show: RefundShow): string => `${paths.refunds}${PROMISED.query(PROMISED.usual({ show }))}`;

/** In which part a refund that stands so is found. */
export const showOf = (state: RefundStatus): RefundShow =>
  REFUND_SHOWS.find((show) => STATES_OF[show].some((one) => one === state)) ?? "open";

export const PROMISED_LIST = listSql(PROMISED, {
  table: refunds,
  id: refunds.id,
  base: ({ sellerId }: Ctx) => eq(refunds.sellerId, sellerId),
  filter: { show: (show) => inArray(refunds.state, STATES_OF[show]) },
  sort: { promised_at: refunds.createdAt },
  read: readPromised,
});
