import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, orders, returnLines, returns } from "@/db/schema";
import { addressLines } from "@/lib/kernel/address-lines";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { WAY_BACK } from "@/lib/policy/clocks/deadlines";
import { type ParcelStatus, STILL_COMING } from "@/lib/policy/machines/parcel/statuses";
import { AWAITED, RECEIVED } from "@/lib/policy/machines/return/statuses";

type Coming = { tracking: string; carrier: string | null; status: ParcelStatus; since: string };

/** The parcels of a return that nobody has opened yet, those nearest to the door first. */
const comingOf = (sellerId: string) => sql<Coming[]>`(
  select coalesce(json_agg(json_build_object('tracking', p.tracking, 'carrier', p.carrier, 'status', p.status,
    'since', p.status_changed_at) order by p.status_changed_at, p.id), '[]')
  from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns}.id and p.status in ${STILL_COMING})`;

/** Units of a line that are still awaited (P-11). */
const awaitedOf = (sellerId: string) => sql<number>`(${returnLines}.quantity - ${returnLines}.closed_quantity - (
  select count(*) from received_units u where u.seller_id = ${sellerId} and u.line_id = ${returnLines}.id
    and u.taken_back_at is null))::int`;

const readAwaited = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: { sellerId: string }) =>
  tx
    .select({
      id: returnLines.id,
      number: returns.number,
      rma: returns.rma,
      orderNumber: orders.number,
      title: orderLines.title,
      sku: orderLines.sku,
      address: returns.address,
      awaited: awaitedOf(sellerId),
      coming: comingOf(sellerId),
      key,
    })
    .from(returnLines)
    .innerJoin(returns, and(eq(returns.sellerId, returnLines.sellerId), eq(returns.id, returnLines.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(
      orderLines,
      and(eq(orderLines.sellerId, returnLines.sellerId), eq(orderLines.id, returnLines.orderLineId)),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
type AwaitedLine = Omit<Awaited<ReturnType<typeof readAwaited>>[number], "key">;

const each = (of: AwaitedLine, what: (parcel: Coming) => string | null): string | null =>
  of.coming.flatMap((parcel) => what(parcel) ?? []).join(", ") || null;

/** What a warehouse is told before it comes: the units that are awaited, with their parcels and where they go. No buyer is named. */
export const PRE_ALERT = list<AwaitedLine>()({
  filter: {},
  columns: {
    return: { value: ({ number }) => `R-${number}`, sort: "number" },
    rma: { value: ({ rma }) => rma },
    order: { value: ({ orderNumber }) => orderNumber },
    sku: { value: ({ sku }) => sku },
    item: { value: ({ title }) => title },
    quantity: { value: (line) => line.awaited },
    tracking: { value: (line) => each(line, ({ tracking }) => tracking) },
    carrier: { value: (line) => each(line, ({ carrier }) => carrier) },
    parcel: { value: (line) => each(line, ({ status }) => status) },
    since: { value: (line) => each(line, ({ since }) => since.slice(0, 10)) },
    address: { value: ({ address }) => address && addressLines(address).join(", ") },
  },
  sort: (_filter) => "return",
  sizes: [50],
});

export const PRE_ALERT_LIST = listSql(PRE_ALERT, {
  table: returnLines,
  id: returnLines.id,
  base: ({ sellerId }) =>
    and(
      eq(returnLines.sellerId, sellerId),
      sql`${awaitedOf(sellerId)} > 0`,
      sql`(${returns}.status = ${AWAITED} or (${returns}.status = ${RECEIVED} and exists (
        select from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns}.id and d.state = 'open'
          and d.kind in ${WAY_BACK})))`,
    ),
  filter: {},
  sort: { return: returns.number },
  read: readAwaited,
});
