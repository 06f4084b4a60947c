import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, handovers, operations, orders, returnAddresses, returns } from "@/db/schema";
import { addressColumns } from "@/lib/channels/addresses";
import type { Address } from "@/lib/kernel/address";
import type { DeadlineKind } from "@/lib/policy/clocks/deadlines";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { recordedEffectsSchema } from "@/lib/policy/machines/return/recorded-effects";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { RECEIVED, type Status, UNDECIDED_TAB } from "@/lib/policy/machines/return/statuses";
import type { Clock, ReturnSubject } from "@/lib/policy/machines/return/subject";
import type { MessageKind } from "@/lib/policy/messages/message";
import {
  deliveredAt,
  hasPaidRefund,
  isParcelAnnounced,
  isParcelUnderWay,
  isRefundReported,
  isRestLost,
  paidBack,
  refundCounts,
  remindedAt,
} from "./subject-facts";

type DeadlineJson = Omit<Clock, "dueAt" | "closedAt"> & { dueAt: string; closedAt: string | null };

const allDeadlines = (sellerId: string) =>
  sql<Clock[]>`(
  select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'dueAt', d.due_at, 'state', d.state,
    'closedAt', d.closed_at, 'consequence', d.consequence)), '[]')
  from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id}
)`.mapWith((rows: DeadlineJson[]) =>
    rows.map(
      (row): Clock => ({
        ...row,
        dueAt: new Date(row.dueAt),
        closedAt: row.closedAt === null ? null : new Date(row.closedAt),
      }),
    ),
  );

/** Whether something that the last move sends can no more be held back. */
const hasLeftOutbox = (sellerId: string) => sql<boolean>`exists (
  select from outbox o where o.seller_id = ${sellerId} and o.return_id = ${returns.id} and o.state = 'left'
    and o.event_id = last_move.id
)`;

/** Whether another request of its order waits for an answer. */
const hasOthersWaiting = (sellerId: string) => sql<boolean>`exists (
  select from returns w where w.seller_id = ${sellerId} and w.order_id = ${returns.orderId} and w.id <> ${returns.id}
    and w.tab = ${UNDECIDED_TAB}
)`;

/** What the report said when somebody stood by the last move against it (P-24); null where nobody had to. */
const keptAgainst = (sellerId: string) => sql<string | null>`(
  select e.data->>'reported' from events e
  where e.seller_id = ${sellerId} and e.return_id = ${returns.id} and e.id > last_move.id and e.kind = 'kept_ours'
  order by e.id desc limit 1
)`;

type SubjectLine = {
  id: string;
  orderLineId: string;
  quantity: number;
  closedQuantity: number;
  category: string | null;
  reason: string;
  amountMinor: number | null;
  orderedQuantity: number | null;
};

const subjectLines = (sellerId: string) => sql<SubjectLine[]>`(
  select coalesce(json_agg(json_build_object('id', l.id, 'orderLineId', l.order_line_id,
    'quantity', l.quantity, 'closedQuantity', l.closed_quantity, 'category', o.category, 'reason', l.reason_key, 'amountMinor', o.amount_minor,
    'orderedQuantity', o.quantity) order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
)`;

const standingUnits = (sellerId: string) => sql<ReturnSubject["units"]>`(
  select coalesce(json_agg(json_build_object('id', u.id, 'lineId', u.line_id, 'title', u.title, 'condition', u.condition,
    'disposition', u.disposition) order by u.id), '[]')
  from received_units u
  where u.seller_id = ${sellerId} and u.return_id = ${returns.id} and u.taken_back_at is null
)`;

/** Where the return stood when the first of its goods came, which may have been taken out again since. */
const receivedFrom = (sellerId: string) => sql<Status | null>`(
  select u.from_status from received_units u where u.seller_id = ${sellerId} and u.return_id = ${returns.id}
    and u.from_status <> ${RECEIVED} order by u.received_at desc, u.id desc limit 1
)`;

/** Events whose word that goods came has not left. */
const untoldReceipts = (sellerId: string) => sql<string[]>`(
  select coalesce(json_agg(o.event_id), '[]') from outbox o
  where o.seller_id = ${sellerId} and o.return_id = ${returns.id} and o.state = 'waiting'
    and o.kind = ${"buyer.received" satisfies MessageKind}
)`;

/** The addresses that the channel's rules name, by id. */
const ruleAddresses = (sellerId: string) => sql<Record<string, Address>>`(
  select coalesce(json_object_agg(a.id, json_build_object('recipient', a.recipient, 'line1', a.line1, 'line2', a.line2,
    'city', a.city, 'region', a.region, 'postalCode', a.postal_code, 'country', a.country, 'phone', a.phone)), '{}')
  from jsonb_array_elements(operation.operation->'addressRules') rule
  join return_addresses a on a.seller_id = ${sellerId} and a.id = (rule->>'addressId')::uuid
)`;

function selectSubjects(tx: Tx, sellerId: string, ids: readonly string[]) {
  const lastMove = tx
    .select({
      id: events.id,
      kind: events.kind,
      fromStatus: sql<Status | null>`${events.fromStatus}`.as("from_status"),
      at: events.at,
      actorKind: events.actorKind,
      actorName: events.actorName,
      bulkActId: events.bulkActId,
      effects: events.effects,
    })
    .from(events)
    .where(and(eq(events.sellerId, sellerId), eq(events.returnId, returns.id), isNotNull(events.fromStatus)))
    .orderBy(desc(events.id))
    .limit(1)
    .as("last_move");
  const operation = tx
    .select({ id: operations.id, version: operations.version, operation: operations.operation })
    .from(operations)
    .where(and(eq(operations.sellerId, sellerId), eq(operations.channelId, returns.channelId)))
    .orderBy(desc(operations.version))
    .limit(1)
    .as("operation");
  return tx
    .select({
      id: returns.id,
      channelId: returns.channelId,
      orderId: returns.orderId,
      number: returns.number,
      status: returns.status,
      verdict: returns.verdict,
      isPrepaidEligible: returns.isPrepaidEligible,
      evaluation: returns.evaluation,
      requestedOn: returns.requestedOn,
      requestedAt: returns.requestedAt,
      reportedStatus: returns.reportedStatus,
      reported: returns.reported,
      labelFetchedAt: returns.labelFetchedAt,
      currency: returns.currency,
      valueMinor: returns.valueMinor,
      standing: {
        rma: returns.rma,
        address: returns.address,
        labelKind: returns.labelKind,
        labelPaidBy: returns.labelPaidBy,
        labelFileId: returns.labelFileId,
        labelCostMinor: returns.labelCostMinor,
        labelCurrency: returns.labelCurrency,
        labelCarrier: returns.labelCarrier,
        labelTracking: returns.labelTracking,
        labelFetchedAt: sql<string | null>`${returns.labelFetchedAt}`,
        instructions: returns.instructions,
        closeReason: returns.closeReason,
        closeReasonLabels: returns.closeReasonLabels,
        closeComment: returns.closeComment,
        operationId: returns.operationId,
      },
      isOrderCancelled: orders.isCancelled,
      buyerLocale: orders.buyerLocale,
      channel: {
        mode: channels.mode,
        currency: channels.currency,
        programme: channels.programme,
        timeZone: channels.timeZone,
      },
      defaultAddress: addressColumns,
      operationId: operation.id,
      operationVersion: operation.version,
      operation: operation.operation,
      lines: subjectLines(sellerId),
      units: standingUnits(sellerId),
      refunded: paidBack(sellerId),
      refunds: refundCounts(sellerId),
      isRefundReported: isRefundReported(sellerId),
      deliveredAt: deliveredAt(sellerId),
      isUnannounced: sql<boolean>`${returns.source} = 'parcel'`,
      receivedFrom: receivedFrom(sellerId),
      untoldReceipts: untoldReceipts(sellerId),
      ruleAddresses: ruleAddresses(sellerId),
      lastMove: {
        id: lastMove.id,
        kind: lastMove.kind,
        fromStatus: lastMove.fromStatus,
        at: lastMove.at,
        actorKind: lastMove.actorKind,
        actorName: lastMove.actorName,
        bulkActId: lastMove.bulkActId,
        effects: lastMove.effects,
      },
      openHandover: handovers.move,
      deadlines: allDeadlines(sellerId),
      hasOthersWaiting: hasOthersWaiting(sellerId),
      isParcelUnderWay: isParcelUnderWay(sellerId),
      isRestLost: isRestLost(sellerId),
      isParcelAnnounced: isParcelAnnounced(sellerId),
      remindedAt: remindedAt(sellerId),
      hasBuyerAddress: isNotNull(orders.buyerEmail).mapWith(Boolean),
      marketplace: channels.marketplace,
      hasLeftOutbox: hasLeftOutbox(sellerId),
      hasPaidRefund: hasPaidRefund(sellerId),
      keptAgainst: keptAgainst(sellerId),
    })
    .from(returns)
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .leftJoin(
      returnAddresses,
      and(eq(returnAddresses.sellerId, channels.sellerId), eq(returnAddresses.id, channels.defaultAddressId)),
    )
    .leftJoin(
      handovers,
      and(eq(handovers.sellerId, returns.sellerId), eq(handovers.returnId, returns.id), isNull(handovers.doneAt)),
    )
    .innerJoinLateral(operation, sql`true`)
    .leftJoinLateral(lastMove, sql`true`)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(asc(returns.id));
}

type Row = Awaited<ReturnType<typeof selectSubjects>>[number];

const openUntil = (clocks: readonly Clock[], kind: DeadlineKind): Date | null =>
  clocks.find((clock) => clock.kind === kind && clock.state === "open")?.dueAt ?? null;

/** A row in the words of the policy: what its machine decides on. */
function subjectOf({ lastMove, openHandover, reported, reportedStatus, keptAgainst, ...row }: Row): ReturnSubject {
  const { isMove } = returnMachine;
  const at = lastMove?.at ?? null;
  return {
    ...row,
    mode: row.channel.mode,
    outbound: row.evaluation.outbound ?? null,
    previousStatus: lastMove?.fromStatus ?? null,
    lastMove: lastMove && isMove(lastMove.kind) ? lastMove.kind : null,
    lastMovedAt: at,
    lastMovedBy: lastMove?.actorKind ?? null,
    lastEvent:
      lastMove?.id && at
        ? {
            id: lastMove.id,
            at,
            effects: recordedEffectsSchema.parse(lastMove.effects ?? []),
            bulkActId: lastMove.bulkActId,
            actorName: lastMove.actorName,
          }
        : null,
    reportedWord: reportedStatus,
    reportedStatus: reportedStatus ? statusOfReport(reportedStatus, reported?.deliveredBackOn ?? null) : null,
    reportedTracking: reported?.trackingNumber ?? null,
    reportedBackOn: reported?.deliveredBackOn ?? null,
    openHandover: openHandover && isMove(openHandover) ? openHandover : null,
    hasKeptOurs: keptAgainst !== null && keptAgainst === reportedStatus,
    expiresAt: openUntil(row.deadlines, "expire"),
    lapsesAt: openUntil(row.deadlines, "fetch_label") ?? openUntil(row.deadlines, "send_back"),
    completesAt: openUntil(row.deadlines, "complete"),
    undoUntil: at ? new Date(at.getTime() + row.operation.undoSeconds * 1000) : null,
  };
}

/** All that decides about moving these returns, in id order. Deciding needs their rows locked; showing does not. */
export const listMoveSubjects = async (tx: Tx, sellerId: string, ids: readonly string[]): Promise<ReturnSubject[]> =>
  (await selectSubjects(tx, sellerId, ids)).map(subjectOf);
