import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { rowsOf } from "@/db/rows-of";
import { channels, events, files, imports, operations, orders, returns } from "@/db/schema";
import { freeReturnPlace, paidBy } from "@/lib/orders/way-back";
import { receivedOf } from "@/lib/parcels/received-units";
import { eventColumns } from "@/lib/platform/moves/event-columns";
import type { Consequence, DeadlineKind, DeadlineState, Party } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { ParcelStatus, ScanCode } from "@/lib/policy/machines/parcel/statuses";
import { PAID, type RefundStatus } from "@/lib/policy/machines/refund/statuses";
import type { MessageKind, MessageState } from "@/lib/policy/messages/message";
import type { ListMember } from "@/lib/presence/presence";
import { activeMembers } from "./assignees";
import { orderMoney, requestMoney } from "./refund-basis";
import { related } from "./related-returns";
import { snoozeOf } from "./snooze-returns";
import { tagsOf } from "./tag-returns";

/** One line with its three quantities (P-11); amounts in minor units of the return's currency, null is unknown. */
export type DetailLine = {
  id: string;
  orderLineId: string;
  title: string | null;
  sku: string | null;
  asin: string | null;
  category: string | null;
  reason: string;
  reasonLabels: ReasonLabels | null;
  ordered: number | null;
  requested: number;
  /** Units that were closed while the others were authorized. */
  closed: number;
  received: number;
  refunded: number;
  amountMinor: number | null;
  reportedRefundedMinor: number | null;
};

export type DetailDeadline = {
  id: string;
  kind: DeadlineKind;
  dueAt: Date;
  isApproximate: boolean;
  party: Party;
  consequence: Consequence;
  state: DeadlineState;
  closedAt: Date | null;
  /** A report told of the answer; when it was given is not known. */
  isKnownByReport: boolean;
};

export type DetailHandover = { id: string; move: string; openedAt: Date; doneAt: Date | null; doneBy: string | null };

export type DetailRefund = {
  id: string;
  state: RefundStatus;
  kind: string;
  amountMinor: number | null;
  currency: string;
};

/** A message about the return; `heldUntil` while it waits in the outbox and can still be taken back. */
export type DetailMessage = {
  id: string;
  kind: MessageKind;
  state: MessageState | "held";
  toName: string | null;
  toAddress: string | null;
  subject: string | null;
  /** What the buyer reads; of a message to the team only its subject is shown. */
  text: string | null;
  locale: string | null;
  lastError: string | null;
  at: Date;
  heldUntil: Date | null;
};

/** Goods on their way back; its scans newest first, as many as a page shows. */
export type DetailParcel = {
  id: string;
  carrier: string | null;
  tracking: string;
  status: ParcelStatus;
  announcedAt: Date;
  scans: { at: Date; code: ScanCode | null; word: string; place: string | null }[];
  /** Other returns that travel in it. */
  others: number;
};

const [SCANS_SHOWN, MESSAGES_AT_MOST, TEXT_SHOWN] = [20, 50, 2000];

const asDate = (at: Date | null): Date | null => (at === null ? null : new Date(at));

const lines = (sellerId: string) =>
  rowsOf<DetailLine>(
    sql`l.id, l.order_line_id as "orderLineId", o.title, o.sku, o.asin, o.category, l.reason, l.reason_labels as "reasonLabels", o.quantity as ordered, l.quantity as requested, l.closed_quantity as closed,
    (select count(*)::int from received_units u where u.seller_id = ${sellerId} and u.return_id = l.return_id
      and u.line_id = l.id and u.taken_back_at is null) as received, (select coalesce(sum(f.quantity), 0)::int from refund_lines f join refunds h on h.seller_id = f.seller_id and h.id = f.refund_id
      where f.seller_id = ${sellerId} and f.return_line_id = l.id and h.state = ${PAID}) as refunded, o.amount_minor as "amountMinor",
    l.reported_refunded_minor as "reportedRefundedMinor"`,
    sql`from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = ${sellerId} and l.return_id = ${returns.id} order by l.position`,
  );

const deadlineRows = (sellerId: string) =>
  rowsOf<DetailDeadline>(
    sql`d.id, d.kind, d.due_at as "dueAt", d.is_approximate as "isApproximate", d.party, d.consequence, d.state,
    d.closed_at as "closedAt", exists (select from events e where e.seller_id = ${sellerId}
      and e.return_id = d.return_id and e.kind = 'adopt' and e.at = d.closed_at) as "isKnownByReport"`,
    sql`from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id}
    order by d.state <> 'open', d.due_at, d.id`,
    (row) => ({ ...row, dueAt: new Date(row.dueAt), closedAt: asDate(row.closedAt) }),
  );

const handoverRows = (sellerId: string) =>
  rowsOf<DetailHandover>(
    sql`h.id, h.move, h.opened_at as "openedAt", h.done_at as "doneAt", h.done_by as "doneBy"`,
    sql`from handovers h where h.seller_id = ${sellerId} and h.return_id = ${returns.id} order by h.id desc`,
    (row) => ({ ...row, openedAt: new Date(row.openedAt), doneAt: asDate(row.doneAt) }),
  );

const parcelRows = (sellerId: string) =>
  rowsOf<DetailParcel>(
    sql`p.id, p.carrier, p.tracking, p.status, p.announced_at as "announcedAt",
    (select coalesce(json_agg(scan), '[]') from (
      select s.at, s.code, s.word, s.place from parcel_scans s
      where s.seller_id = ${sellerId} and s.parcel_id = p.id order by s.at desc, s.word limit ${SCANS_SHOWN}) scan) as scans,
    (select count(*) - 1 from parcel_returns o where o.seller_id = ${sellerId} and o.parcel_id = p.id) as others`,
    sql`from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
    where l.seller_id = ${sellerId} and l.return_id = ${returns.id} order by p.announced_at desc, p.id`,
    (row) => ({
      ...row,
      announcedAt: new Date(row.announcedAt),
      scans: row.scans.map((scan) => ({ ...scan, at: new Date(scan.at) })),
    }),
  );

const refundRows = (sellerId: string) =>
  rowsOf<DetailRefund>(
    sql`f.id, f.state, f.kind, f.amount_minor as "amountMinor", f.currency`,
    sql`from refunds f where f.seller_id = ${sellerId} and f.return_id = ${returns.id} order by f.id`,
  );

const messageRows = (sellerId: string) =>
  rowsOf<DetailMessage>(
    sql`m.id, m.kind, m.state, m.to_name as "toName", m.to_address as "toAddress", m.subject,
    case when m.kind like 'buyer.%' then left(m.text, ${TEXT_SHOWN}) end as text, m.locale,
    m.last_error as "lastError", m.created_at as "at", null::timestamptz as "heldUntil"`,
    sql`from messages m where m.seller_id = ${sellerId} and m.return_id = ${returns.id}
    union all
    select o.id, o.kind, 'held', null, null, null, null, null, null, o.created_at, o.available_at
    from outbox o where o.seller_id = ${sellerId} and o.return_id = ${returns.id} and o.state = 'waiting'
    order by "at" desc, id desc limit ${MESSAGES_AT_MOST}`,
    (row) => ({ ...row, at: new Date(row.at), heldUntil: asDate(row.heldUntil) }),
  );

/** All that a return's page shows apart from its events and its moves, in one statement; null when there is none. */
export async function findReturnDetail(tx: Tx, sellerId: string, id: string) {
  const decision = alias(operations, "decision");
  const [row] = await tx
    .select({
      id: returns.id,
      orderId: returns.orderId,
      number: returns.number,
      rma: returns.rma,
      channelRma: returns.channelRma,
      source: returns.source,
      status: returns.status,
      statusChangedAt: returns.statusChangedAt,
      version: returns.version,
      requestedOn: returns.requestedOn,
      requestedAt: returns.requestedAt,
      evaluation: returns.evaluation,
      decisionVersion: decision.version,
      currency: returns.currency,
      valueMinor: returns.valueMinor,
      buyerComment: returns.buyerComment,
      reportedStatus: returns.reportedStatus,
      reported: returns.reported,
      isDisputed: returns.isDisputed,
      nextDueAt: returns.nextDueAt,
      isDemo: returns.isDemo,
      address: returns.address,
      labelKind: returns.labelKind,
      labelPaidBy: paidBy,
      freeReturnPlace: freeReturnPlace(sellerId),
      labelCost: { amountMinor: returns.labelCostMinor, currency: returns.labelCurrency },
      labelCarrier: returns.labelCarrier,
      labelTracking: returns.labelTracking,
      labelFetchedAt: returns.labelFetchedAt,
      hasBuyerPage: sql<boolean>`exists (
        select from portals p where p.seller_id = ${sellerId} and p.channel_id = ${returns.channelId} and p.is_on)`,
      instructions: returns.instructions,
      closeReason: returns.closeReason,
      closeReasonLabels: returns.closeReasonLabels,
      closeComment: returns.closeComment,
      labelFile: { id: files.id, name: files.name, mime: files.mime, size: files.size },
      order: {
        number: orders.number,
        orderedOn: orders.orderedOn,
        promisedOn: orders.promisedOn,
        deliveredOn: orders.deliveredOn,
        isCancelled: orders.isCancelled,
        cancelledOn: orders.cancelledOn,
        isCurrencyAssumed: orders.isCurrencyAssumed,
        buyerName: orders.buyerName,
        buyerLocale: orders.buyerLocale,
        isBuyerReached: sql<boolean>`${orders.buyerEmail} is not null`,
      },
      channel: {
        name: channels.name,
        marketplace: channels.marketplace,
        country: channels.country,
        mode: channels.mode,
        programme: channels.programme,
        plan: channels.plan,
        hasPrepaid: channels.hasPrepaid,
        timeZone: channels.timeZone,
        dataAsOf: channels.dataAsOf,
      },
      assignee: sql<ListMember | null>`(
        select json_build_object('id', u.id, 'name', u.name) from users u where u.id = ${returns.assigneeId})`,
      /** Those who may be given it. */
      members: activeMembers(sellerId),
      lines: lines(sellerId),
      deadlines: deadlineRows(sellerId),
      handovers: handoverRows(sellerId),
      parcels: parcelRows(sellerId),
      ...receivedOf(sellerId),
      refunds: refundRows(sellerId),
      money: orderMoney(sellerId),
      toRefund: requestMoney(sellerId),
      tags: tagsOf(sellerId),
      snooze: snoozeOf(sellerId),
      messages: messageRows(sellerId),
      related: related(sellerId),
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(decision, and(eq(decision.sellerId, returns.sellerId), eq(decision.id, returns.operationId)))
    .leftJoin(files, and(eq(files.sellerId, returns.sellerId), eq(files.id, returns.labelFileId)))
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id)));
  return row ?? null;
}

export type ReturnDetail = NonNullable<Awaited<ReturnType<typeof findReturnDetail>>>;

/** What happened to a return, newest first, with the report an event came from; all of it without a limit. */
export function listReturnEvents(tx: Tx, sellerId: string, returnId: string, limit: number | null) {
  const newestFirst = tx
    .select(eventColumns(sellerId))
    .from(events)
    .leftJoin(imports, and(eq(imports.sellerId, events.sellerId), eq(imports.id, events.importId)))
    .where(and(eq(events.sellerId, sellerId), eq(events.threadKind, "return"), eq(events.threadId, returnId)))
    .orderBy(desc(events.id));
  return limit === null ? newestFirst : newestFirst.limit(limit);
}

export type ReturnEvent = Awaited<ReturnType<typeof listReturnEvents>>[number];
