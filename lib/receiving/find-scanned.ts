import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, parcels, returnKeys, returns } from "@/db/schema";
import { SCANNED_KINDS, searchKey } from "@/lib/kernel/search-key";
import { parcelIdOf } from "@/lib/parcels/announcements";
import type { ActorKind } from "@/lib/policy/actor";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import type { Condition, Disposition } from "@/lib/policy/parcels/conditions";

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

export type ScannedReturn = Awaited<ReturnType<typeof findScanned>>["returns"][number];

/**
 * What a scan at the bench means: the returns that one of their numbers, their order's or their parcel's names exactly,
 * those that wait for goods first; and the parcel, where it was its number. Nothing found: nobody announced it.
 */
export async function findScanned(tx: Tx, sellerId: string, text: string, actor: ActorKind, now: Date) {
  const keys = scannedKeys(text);
  if (keys.length === 0) return { returns: [], tracking: null };
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
  const rows = ids.length > 0 ? await selectReturns(tx, sellerId, ids) : [];
  const [parcel] = await tx
    .select({ tracking: parcels.tracking })
    .from(parcels)
    .where(and(eq(parcels.sellerId, sellerId), inArray(parcels.id, keys.map(parcelIdOf))))
    .limit(1);
  return {
    returns: rows.map((row) => {
      const refusal = returnMachine.look("receive", { status: row.status }, actor, now);
      return { ...row, isReceivable: refusal === null };
    }),
    tracking: parcel?.tracking ?? null,
  };
}
