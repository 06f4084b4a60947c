import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, handovers, orders, returns } from "@/db/schema";
import { paidBy } from "@/lib/orders/way-back";
import { ACTOR_WORDS } from "@/lib/platform/audit/audit";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { Actor } from "@/lib/policy/actor";
import { HANDOVERS } from "./shared/handover-list";

/** Who decided what is handed over, and by which rule where it was nobody. */
export type Decider = { actorKind: Actor["kind"]; actorName: string | null; at: Date; because: string | null };
type DeciderJson = Omit<Decider, "at"> & { at: string };

export type HandoverItem = { title: string | null; sku: string | null; quantity: number };

const SHOWN_ITEMS = 2;

/** The first items of a return; for a select from returns. */
const firstItems = (sellerId: string) => sql<HandoverItem[]>`(
  select coalesce(json_agg(x), '[]') from (
    select o.title, o.sku, l.quantity from return_lines l
    join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = ${sellerId} and l.return_id = returns.id order by l.position limit ${SHOWN_ITEMS}) x)`;

/** What is closed while the rest is authorized, to be done there too. */
const closedItems = (sellerId: string) => sql<HandoverItem[]>`(
  select coalesce(json_agg(x), '[]') from (
    select o.title, o.sku, l.closed_quantity as quantity from return_lines l
    join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = ${sellerId} and l.return_id = returns.id and l.closed_quantity > 0
    order by l.position) x)`;

const itemCount = (sellerId: string) =>
  sql<number>`(
  select count(*) from return_lines l where l.seller_id = ${sellerId} and l.return_id = returns.id)`.mapWith(Number);

/** The event of the decision that a hand-over is about: the newest of its kind. */
const decider = (sellerId: string) =>
  sql<Decider | null>`(
  select json_build_object('actorKind', e.actor_kind, 'actorName', e.actor_name, 'at', e.at, 'because', e.data->>'because')
  from events e
  where e.seller_id = ${sellerId} and e.return_id = returns.id and e.kind = handovers.move
  order by e.id desc limit 1)`.mapWith((row: DeciderJson): Decider => ({ ...row, at: new Date(row.at) }));

/** Authorizing comes first, then closing, then what a buyer took back; the rank falls or rises with the days. */
function rankOf(isDescending: boolean) {
  const [authorize, close, other] = isDescending ? [3, 2, 1] : [1, 2, 3];
  return sql`case ${handovers.move} when 'authorize' then ${sql.raw(String(authorize))}
    when 'close' then ${sql.raw(String(close))} else ${sql.raw(String(other))} end`;
}

/** Whose channel, and the returns that stand elsewhere on the screen. */
type Ctx = { sellerId: string; channelId: string; without: readonly string[] };

const readHandovers = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: Ctx) =>
  tx
    .select({
      key,
      returnId: returns.id,
      number: returns.number,
      orderNumber: orders.number,
      buyerLocale: orders.buyerLocale,
      requestedOn: returns.requestedOn,
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
      items: firstItems(sellerId),
      closedItems: closedItems(sellerId),
      itemCount: itemCount(sellerId),
      decider: decider(sellerId),
    })
    .from(handovers)
    .innerJoin(returns, and(eq(returns.sellerId, handovers.sellerId), eq(returns.id, handovers.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .leftJoin(files, and(eq(files.sellerId, returns.sellerId), eq(files.id, returns.labelFileId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type HandoverRow = Omit<Awaited<ReturnType<typeof readHandovers>>[number], "key">;

export const HANDOVER_LIST = listSql(HANDOVERS, {
  table: handovers,
  id: returns.id,
  base: ({ sellerId, channelId, without }: Ctx) =>
    and(
      eq(handovers.sellerId, sellerId),
      isNull(handovers.doneAt),
      eq(returns.channelId, channelId),
      without.length > 0 ? notInArray(returns.id, [...without]) : undefined,
    ),
  // The page looks its channel up first, and says by its id whose list it reads.
  filter: { channel: () => undefined },
  sort: { requested_on: (isDescending) => [rankOf(isDescending), returns.requestedOn] },
  cells: {
    return: ({ number }) => `R-${number}`,
    order: ({ orderNumber }) => orderNumber,
    rma: ({ rma }) => rma,
    marketplace_rma: ({ channelRma }) => channelRma,
    decision: ({ move }) => move,
    opened_at: ({ openedAt }) => openedAt,
    requested_on: ({ requestedOn }) => requestedOn,
    status: ({ status }) => status,
    items: ({ items }) => items.map(({ sku, title, quantity }) => `${quantity} × ${sku ?? title ?? "?"}`).join("; "),
    closed_items: ({ closedItems: closed }) =>
      closed.map(({ sku, title, quantity }) => `${quantity} × ${sku ?? title ?? "?"}`).join("; "),
    label: ({ labelKind }) => labelKind,
    close_reason: ({ closeReason }) => closeReason,
    comment: ({ closeComment }) => closeComment,
    decided_by: ({ decider: by }) => by && (by.actorName ?? ACTOR_WORDS[by.actorKind]),
    decided_at: ({ decider: by }) => by?.at ?? null,
    id: ({ returnId }) => returnId,
  },
  read: readHandovers,
});
