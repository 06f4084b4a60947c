import { and, eq, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, handovers, orders, returns } from "@/db/schema";
import { paidBy } from "@/lib/orders/paid-by";
import type { Actor } from "@/lib/policy/actor";
import type { HandoverKey, HandoverSort } from "@/lib/policy/machines/return/handover-order";

type HandoverPage = {
  sort: HandoverSort;
  limit: number;
  after: HandoverKey | null;
  before: HandoverKey | null;
  /** Returns that stand elsewhere on the screen. */
  without: readonly string[];
};

/** Who decided what is handed over, and by which rule where it was nobody. */
export type Decider = { actorKind: Actor["kind"]; actorName: string | null; at: Date; because: string | null };
type DeciderJson = Omit<Decider, "at"> & { at: string };

export type HandoverItem = { title: string | null; sku: string | null; quantity: number };

const SHOWN_ITEMS = 2;

/** The first items of a return; for a select from returns. */
const firstItems = sql<HandoverItem[]>`(
  select coalesce(json_agg(x), '[]') from (
    select o.title, o.sku, l.quantity from return_lines l
    join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = returns.seller_id and l.return_id = returns.id order by l.position limit ${SHOWN_ITEMS}) x)`;

const itemCount = sql<number>`(
  select count(*) from return_lines l where l.seller_id = returns.seller_id and l.return_id = returns.id)`.mapWith(
  Number,
);

/** The event of the decision that a hand-over is about: the newest of its kind. */
const decider = sql<Decider | null>`(
  select json_build_object('actorKind', e.actor_kind, 'actorName', e.actor_name, 'at', e.at, 'because', e.data->>'because')
  from events e
  where e.seller_id = returns.seller_id and e.return_id = returns.id and e.kind = handovers.move
  order by e.id desc limit 1)`.mapWith((row: DeciderJson): Decider => ({ ...row, at: new Date(row.at) }));

/** Authorizing comes first, then closing, then what a buyer took back; the rank falls or rises with the days. */
function orderOf(sort: HandoverSort, isBackwards: boolean) {
  const isDescending = sort === "newest";
  const [authorize, close, other] = isDescending ? [3, 2, 1] : [1, 2, 3];
  const rank = sql<number>`case ${handovers.move} when 'authorize' then ${sql.raw(String(authorize))}
    when 'close' then ${sql.raw(String(close))} else ${sql.raw(String(other))} end`;
  return { rank, direction: sql.raw(isDescending === isBackwards ? "asc" : "desc") };
}

function beyond(rank: SQL, { sort, after, before }: HandoverPage): SQL | undefined {
  const key = after ?? before;
  if (!key) return undefined;
  const isGreater = Boolean(after) === (sort === "oldest");
  return sql`(${rank}, ${returns.requestedOn}, ${returns.id}) ${isGreater ? sql`>` : sql`<`}
    (${key.rank}::int, ${key.requestedOn}::date, ${key.id}::uuid)`;
}

/** One page of a channel's open hand-overs and one row more, in the marketplace's order within each decision. */
export async function listOpenHandovers(tx: Tx, sellerId: string, channelId: string, page: HandoverPage) {
  const { limit, after, before, without } = page;
  const isBackwards = !after && Boolean(before);
  const { rank, direction } = orderOf(page.sort, isBackwards);
  const rows = await tx
    .select({
      returnId: returns.id,
      number: returns.number,
      orderNumber: orders.number,
      buyerLocale: orders.buyerLocale,
      requestedOn: returns.requestedOn,
      rank,
      move: handovers.move,
      openedAt: handovers.openedAt,
      status: returns.status,
      reportedStatus: returns.reportedStatus,
      rma: returns.rma,
      channelRma: returns.channelRma,
      address: returns.address,
      labelKind: returns.labelKind,
      labelPaidBy: paidBy,
      labelFile: { id: files.id, name: files.name },
      labelCarrier: returns.labelCarrier,
      labelTracking: returns.labelTracking,
      instructions: returns.instructions,
      closeReason: returns.closeReason,
      closeReasonLabels: returns.closeReasonLabels,
      closeComment: returns.closeComment,
      items: firstItems,
      itemCount,
      decider,
    })
    .from(handovers)
    .innerJoin(returns, and(eq(returns.sellerId, handovers.sellerId), eq(returns.id, handovers.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .leftJoin(files, and(eq(files.sellerId, returns.sellerId), eq(files.id, returns.labelFileId)))
    .where(
      and(
        eq(handovers.sellerId, sellerId),
        isNull(handovers.doneAt),
        eq(returns.channelId, channelId),
        without.length > 0 ? notInArray(returns.id, [...without]) : undefined,
        beyond(rank, page),
      ),
    )
    .orderBy(sql`${rank} ${direction}, ${returns.requestedOn} ${direction}, ${returns.id} ${direction}`)
    .limit(limit + 1);
  return isBackwards ? rows.reverse() : rows;
}

export type HandoverRow = Awaited<ReturnType<typeof listOpenHandovers>>[number];
