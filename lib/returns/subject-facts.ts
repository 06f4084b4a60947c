import { sql } from "drizzle-orm";
import { returns } from "@/db/schema";
import {
  AT_THE_DOOR,
  CHECKED_IN,
  DELIVERED_SCAN,
  LOST,
  STILL_COMING,
  TELLING_SCANS,
  UNDER_WAY,
} from "@/lib/policy/machines/parcel/statuses";
import { FAILED, HELD_IN, PAID, UNSETTLED_IN } from "@/lib/policy/machines/refund/statuses";
import type { ReturnSubject } from "@/lib/policy/machines/return/subject";
import type { MessageKind } from "@/lib/policy/messages/message";

/** S1-21: whether its goods are on their way, or at the door. */
export const isParcelUnderWay = (sellerId: string) => sql<boolean>`exists (
  select from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and p.status in ${UNDER_WAY}
)`;

/** Whether a parcel of it was announced and is still to come. */
export const isParcelAnnounced = (sellerId: string) => sql<boolean>`exists (
  select from parcel_returns l join parcels p on p.seller_id = ${sellerId} and p.id = l.parcel_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and p.status in ${STILL_COMING}
)`;

/** When its buyer was last asked for the parcel, and that was not taken back. */
export const remindedAt = (sellerId: string) =>
  sql<Date | null>`(
  select max(o.created_at) from outbox o
  where o.seller_id = ${sellerId} and o.return_id = ${returns.id} and o.state <> 'cancelled'
    and o.kind = ${"buyer.reminded" satisfies MessageKind}
)`.mapWith((at: string) => new Date(at));

/** Whether what is missing went with a parcel that was lost, and nothing else is to come. */
export const isRestLost = (sellerId: string) => sql<boolean>`(
  select coalesce(bool_or(p.status = ${LOST}) and not bool_or(p.status in ${STILL_COMING}), false)
  from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
)`;

/** Whether money goes back, or went, since the last move: a refund that it promised, or one that was made after it. */
export const hasPaidRefund = (sellerId: string) => sql<boolean>`exists (
  select from refunds f where f.seller_id = ${sellerId} and f.return_id = ${returns.id} and f.state in ${HELD_IN}
    and f.created_at >= last_move.at
)`;

/** What was paid back of its lines, unit by unit. */
export const paidBack = (sellerId: string) => sql<ReturnSubject["refunded"]>`(
  select coalesce(json_agg(json_build_object('lineId', f.return_line_id, 'condition', f.condition, 'quantity', f.quantity)), '[]')
  from refunds h join refund_lines f on f.seller_id = ${sellerId} and f.refund_id = h.id
  where h.seller_id = ${sellerId} and h.return_id = ${returns.id} and h.state = ${PAID} and f.return_line_id is not null
)`;

export const refundCounts = (sellerId: string) => sql<ReturnSubject["refunds"]>`(
  select json_build_object('paid', count(*) filter (where h.state = ${PAID}),
    'open', count(*) filter (where h.state in ${UNSETTLED_IN}), 'failed', count(*) filter (where h.state = ${FAILED}))
  from refunds h where h.seller_id = ${sellerId} and h.return_id = ${returns.id}
)`;

/** When a carrier delivered the first of its parcels that still count as delivered. */
export const deliveredAt = (sellerId: string) =>
  sql<Date | null>`(
  select min(s.at) from parcel_returns l
  join parcels p on p.seller_id = ${sellerId} and p.id = l.parcel_id and p.status in ${[AT_THE_DOOR, CHECKED_IN]}
  join parcel_scans s on s.seller_id = ${sellerId} and s.parcel_id = l.parcel_id and s.code = ${DELIVERED_SCAN}
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and s.at > all (
    select o.at from parcel_scans o where o.seller_id = ${sellerId} and o.parcel_id = s.parcel_id
      and o.code in ${TELLING_SCANS} and o.code <> ${DELIVERED_SCAN})
)`.mapWith((at: string) => new Date(at));

/** P-22: whether a report says that something of it was refunded. */
export const isRefundReported = (sellerId: string) => sql<boolean>`exists (
  select from return_lines l
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and l.reported_refunded_minor > 0
)`;
