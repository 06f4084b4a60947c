import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, parcels, returnKeys, returns } from "@/db/schema";
import { SCANNED_KINDS, searchKey } from "@/lib/kernel/search-key";
import { parcelIdOf } from "@/lib/parcels/announcements";
import type { ActorKind } from "@/lib/policy/actor";
import { UNDER_WAY } from "@/lib/policy/machines/parcel/statuses";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { AWAITED, isAwaited, TAB_OF_STATUS } from "@/lib/policy/machines/return/statuses";
import type { Condition, Disposition } from "@/lib/policy/parcels/conditions";
import { findOrdersToReceive } from "./orders-to-receive";

/** More than this a person does not choose from at the bench. */
const FOUND_AT_MOST = 12;

/** USPS prints its numbers behind 420 and the ZIP of the receiver. */
const BEHIND_ZIP = /^420\d{5}(?:\d{4})?(9\d{21})$/;

/** What a scanned text may stand under, in its comparable form: itself, and a USPS number without the ZIP before it. */
const scannedKeys = (text: string): string[] => {
  const key = searchKey(text);
  const bare = BEHIND_ZIP.exec(key)?.[1];
  return key === "" ? [] : bare ? [bare, key] : [key];
};

type ScannedLine = {
  id: string;
  title: string | null;
  sku: string | null;
  quantity: number;
  closed: number;
};
type ScannedUnit = {
  id: string;
  lineId: string | null;
  title: string | null;
  condition: Condition;
  disposition: Disposition;
};

const linesOf = (sellerId: string) => sql<ScannedLine[]>`(
  select coalesce(json_agg(json_build_object('id', l.id, 'title', o.title, 'sku', o.sku, 'quantity', l.quantity,
    'closed', l.closed_quantity) order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id})`;

const unitsOf = (sellerId: string) => sql<ScannedUnit[]>`(
  select coalesce(json_agg(json_build_object('id', u.id, 'lineId', u.line_id, 'title', u.title, 'condition', u.condition,
    'disposition', u.disposition) order by u.received_at, u.id), '[]')
  from received_units u
  where u.seller_id = ${sellerId} and u.return_id = ${returns.id} and u.taken_back_at is null)`;

const columnsOf = (sellerId: string) => ({
  id: returns.id,
  number: returns.number,
  status: returns.status,
  reportedStatus: returns.reportedStatus,
  comment: returns.buyerComment,
  buyerName: orders.buyerName,
  channelName: channels.name,
  marketplace: channels.marketplace,
  lines: linesOf(sellerId),
  units: unitsOf(sellerId),
});

const selectReturns = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx
    .select(columnsOf(sellerId))
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(asc(returns.dueSort), asc(returns.id));

/** These returns as the bench shows them, those that wait for goods first, and whether they can be received. */
async function readScanned(tx: Tx, sellerId: string, ids: readonly string[], actor: ActorKind, now: Date) {
  const rows = ids.length > 0 ? await selectReturns(tx, sellerId, ids) : [];
  return rows.map((row) => {
    const refusal = returnMachine.look("receive", { status: row.status }, actor, now);
    return { ...row, isReceivable: refusal === null };
  });
}
export type ScannedReturn = Awaited<ReturnType<typeof readScanned>>[number];

/**
 * What a scan at the bench means: the returns that one of their numbers, their order's or their parcel's names exactly,
 * those that wait for goods first; orders of that number of which more may come than was asked back; and the parcel,
 * where it was its number. Nothing found: nobody knows it.
 */
export async function findScanned(tx: Tx, sellerId: string, text: string, actor: ActorKind, now: Date) {
  const keys = scannedKeys(text);
  if (keys.length === 0) return { returns: [], orders: [], tracking: null };
  const found = await tx
    .selectDistinct({ id: returnKeys.returnId })
    .from(returnKeys)
    .where(
      and(
        eq(returnKeys.sellerId, sellerId),
        inArray(returnKeys.key, keys),
        inArray(returnKeys.kind, [...SCANNED_KINDS]),
      ),
    )
    .limit(FOUND_AT_MOST);
  const ids = found.map(({ id }) => id);
  const [parcel] = await tx
    .select({ tracking: parcels.tracking })
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), inArray(parcels.id, keys.map(parcelIdOf))))
    .limit(1);
  const meant = await readScanned(tx, sellerId, ids, actor, now);
  // What is awaited of an order comes before what nobody asked back of it.
  const isAwaitedOfIt = meant.some(({ status }) => isAwaited(status));
  const orders = isAwaitedOfIt ? [] : await findOrdersToReceive(tx, sellerId, text);
  return { returns: meant, orders, tracking: parcel?.tracking ?? null };
}

/** So many returns a bench keeps with it. */
const BOOK_AT_MOST = 300;

/**
 * What the bench keeps with it for when nobody answers: returns that wait for goods, those whose parcels are under way
 * first, each with what it can be scanned by; without the buyer's name and words, because a browser is nobody's archive.
 */
export async function readBook(tx: Tx, sellerId: string, actor: ActorKind, now: Date) {
  const wanted = await tx.execute<{ id: string }>(sql`
    (select t.return_id as id from parcels p
      join parcel_returns t on t.seller_id = ${sellerId} and t.parcel_id = p.id
      join returns r on r.seller_id = ${sellerId} and r.id = t.return_id and r.status = ${AWAITED}
      where p.seller_id = ${sellerId} and p.status in ${UNDER_WAY}
      order by p.status, p.status_changed_at, p.id limit ${BOOK_AT_MOST})
    union all
    (select r.id from returns r where r.seller_id = ${sellerId} and r.tab = ${TAB_OF_STATUS[AWAITED]}
      order by r.due_sort, r.id limit ${BOOK_AT_MOST})`);
  const ids = [...new Set(wanted.map(({ id }) => id))].slice(0, BOOK_AT_MOST);
  if (ids.length === 0) return [];
  const keys = await tx
    .select({ returnId: returnKeys.returnId, kind: returnKeys.kind, key: returnKeys.key })
    .from(returnKeys)
    .where(
      and(
        eq(returnKeys.sellerId, sellerId),
        inArray(returnKeys.returnId, ids),
        inArray(returnKeys.kind, [...SCANNED_KINDS]),
      ),
    );
  return (await readScanned(tx, sellerId, ids, actor, now)).map((row) => {
    const named = keys.filter(({ returnId }) => returnId === row.id);
    return {
      ...{ ...row, buyerName: null, comment: null },
      keys: named.map(({ key }) => key),
      trackings: named.filter(({ kind }) => kind === "tracking").map(({ key }) => key),
    };
  });
}
export type BookEntry = Awaited<ReturnType<typeof readBook>>[number];
