import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { channels, files, operations, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { freeReturnPlace, paidBy } from "@/lib/orders/way-back";
import type { Consequence, DeadlineKind } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { ParcelStatus, ScanCode } from "@/lib/policy/machines/parcel/statuses";
import type { Operation } from "@/lib/policy/terms/terms";

type Line = { title: string | null; quantity: number; reason: string; reasonLabels: ReasonLabels | null };
type Clock = { kind: DeadlineKind; dueAt: Date; consequence: Consequence };
type Move = { kind: string; at: Date };
export type BuyerParcel = {
  id: string;
  carrier: string | null;
  tracking: string;
  status: ParcelStatus;
  at: Date;
  code: ScanCode | null;
  place: string | null;
  /** The buyer announced it themselves. */
  isFromBuyer: boolean;
};

const ofReturn = (sellerId: string) => sql`seller_id = ${sellerId} and return_id = ${returns.id}`;

const lines = (sellerId: string) =>
  sql<Line[]>`(
  select coalesce(json_agg(json_build_object('title', o.title, 'quantity', l.quantity - l.closed_quantity,
    'reason', l.reason, 'reasonLabels', l.reason_labels) order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and l.quantity > l.closed_quantity
)`;

const clocks = (sellerId: string) =>
  sql<Clock[]>`(
  select coalesce(json_agg(json_build_object('kind', kind, 'dueAt', due_at, 'consequence', consequence)), '[]')
  from deadlines where ${ofReturn(sellerId)} and state = 'open'
)`.mapWith((rows: Clock[]) => rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) })));

const moves = (sellerId: string) =>
  sql<Move[]>`(
  select coalesce(json_agg(json_build_object('kind', kind, 'at', at) order by id), '[]')
  from events where ${ofReturn(sellerId)} and from_status is not null
)`.mapWith((rows: Move[]) => rows.map((row) => ({ ...row, at: new Date(row.at) })));

const parcelRows = (sellerId: string) =>
  sql<BuyerParcel[]>`(
  select coalesce(json_agg(json_build_object('id', p.id, 'carrier', p.carrier, 'tracking', p.tracking,
    'status', p.status, 'isFromBuyer', p.source = 'buyer', 'at', coalesce(p.scanned_at, p.announced_at), 'code', p.scan_code, 'place', p.scan_place)
    order by p.announced_at desc, p.id), '[]')
  from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
)`.mapWith((rows: BuyerParcel[]) => rows.map((row) => ({ ...row, at: new Date(row.at) })));

/** All that the page of a buyer tells of their one return, in one statement; null when there is none. */
export async function findBuyerReturn(db: Db, { sellerId, returnId }: { sellerId: string; returnId: string }) {
  const operation = sql<Operation>`(
    select o.operation from ${operations} o
    where o.seller_id = ${sellerId} and o.channel_id = ${returns.channelId} order by o.version desc limit 1)`;
  const [row] = await withSeller(db, sellerId, (tx) =>
    tx
      .select({
        number: returns.number,
        status: returns.status,
        statusChangedAt: returns.statusChangedAt,
        requestedOn: returns.requestedOn,
        rma: returns.rma,
        address: returns.address,
        labelKind: returns.labelKind,
        labelPaidBy: paidBy,
        freeReturnPlace: freeReturnPlace(sellerId),
        evaluation: returns.evaluation,
        labelCarrier: returns.labelCarrier,
        labelFetchedAt: returns.labelFetchedAt,
        labelFile: { id: files.id, name: files.name, mime: files.mime, size: files.size },
        instructions: returns.instructions,
        closeReason: returns.closeReason,
        closeReasonLabels: returns.closeReasonLabels,
        isCloseReasonHidden: sql<boolean>`exists (
          select from reasons r where r.seller_id = ${sellerId} and r.kind = 'close'
            and r.code = ${returns.closeReason} and not r.is_buyer_visible)`,
        order: { number: orders.number, shipCountry: orders.shipCountry },
        channel: {
          name: channels.name,
          mode: channels.mode,
          marketplace: channels.marketplace,
          programme: channels.programme,
          timeZone: channels.timeZone,
        },
        operation,
        lines: lines(sellerId),
        clocks: clocks(sellerId),
        moves: moves(sellerId),
        parcels: parcelRows(sellerId),
      })
      .from(returns)
      .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
      .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
      .leftJoin(files, and(eq(files.sellerId, returns.sellerId), eq(files.id, returns.labelFileId)))
      .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId))),
  );
  return row ?? null;
}
export type BuyerReturn = NonNullable<Awaited<ReturnType<typeof findBuyerReturn>>>;
