import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deadlines, events, returnKeys, returnLines, returns, sellers } from "@/db/schema";
import { insertion, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { keysOf } from "@/lib/kernel/search-key";
import { announcements, reportedParcel } from "@/lib/parcels/announcements";
import { eventRow } from "@/lib/platform/moves/event-row";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import type { Actor } from "@/lib/policy/actor";
import type { Deadline, DeadlineState } from "@/lib/policy/clocks/deadlines";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { reasonName } from "@/lib/policy/judging/fault";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import type { MessageKind } from "@/lib/policy/messages/message";
import { deadlineWork } from "./deadline-work";

export type NewReturnLine = {
  orderLineId: string;
  sku: string | null;
  asin: string | null;
  reason: string;
  /** What the seller calls it today, where that is not what everybody does. */
  reasonLabels?: ReasonLabels | null;
  quantity: number;
  reportedRefundedMinor: number | null;
};

/** A judged request on its way into the database. `id` is made by the caller (newId). */
export type NewReturn = {
  id: string;
  channelId: string;
  orderId: string;
  orderNumber: string;
  buyerName: string | null;
  channelRma: string | null;
  source: "report" | "portal" | "person" | "parcel";
  status: Status;
  requestedOn: string;
  requestedAt: Date | null;
  evaluation: Evaluation;
  currency: string;
  valueMinor: number | null;
  buyerComment: string | null;
  reportedStatus: string | null;
  reported: MarketplaceRecord | null;
  isDisputed: boolean;
  lines: NewReturnLine[];
  deadlines: (Deadline & { state: DeadlineState })[];
  /** Where the report that it came in by speaks of it, told by the first event. */
  reportRow?: { reported?: string | null; file?: string; line?: number };
  /** Homeward itself acts there: the team is told of the request, and its clocks fire (P-19). */
  isManaged: boolean;
  /** Whether the team is told of this request by itself (S1-01); an import tells of all of its own at once. */
  isAnnounced: boolean;
};

/** Writes new returns with lines, deadlines, first events and search keys; two statements whatever their number. */
export async function insertReturns(
  tx: Tx,
  sellerId: string,
  found: readonly NewReturn[],
  by: { actor: Actor; now: Date; importId?: string },
): Promise<void> {
  if (found.length === 0) return;
  const [counter] = await tx
    .update(sellers)
    .set({ lastReturnNumber: sql`${sellers.lastReturnNumber} + ${found.length}` })
    .where(eq(sellers.id, sellerId))
    .returning({ last: sellers.lastReturnNumber });
  if (!counter) throw new Error("no such seller");
  const first = counter.last - found.length + 1;
  const numbered = found.map((request, index) => ({ ...request, number: first + index }));
  const clocks = found.flatMap((request) =>
    request.deadlines.map((deadline) => ({ ...deadline, sellerId, id: newId(), returnId: request.id })),
  );
  const managed = new Set(found.filter(({ isManaged }) => isManaged).map(({ id }) => id));
  await writeTogether(tx, [
    insertion(
      returns,
      numbered.map((request) => ({
        sellerId,
        id: request.id,
        channelId: request.channelId,
        orderId: request.orderId,
        number: request.number,
        channelRma: request.channelRma,
        source: request.source,
        status: request.status,
        statusChangedAt: by.now,
        requestedOn: request.requestedOn,
        requestedAt: request.requestedAt,
        evaluation: request.evaluation,
        orderPolicyId: request.evaluation.policy.orderVersionId,
        requestPolicyId: request.evaluation.policy.requestVersionId,
        currency: request.currency,
        valueMinor: request.valueMinor,
        buyerComment: request.buyerComment,
        reportedStatus: request.reportedStatus,
        reported: request.reported,
        isDisputed: request.isDisputed,
        nextDueAt: earliestOpen(request.deadlines),
        isMissed: request.deadlines.some(({ state }) => state === "missed_before_import"),
        createdAt: by.now,
      })),
    ),
    insertionIfAny(
      returnLines,
      numbered.flatMap((request) =>
        request.lines.map((line, position) => ({
          sellerId,
          id: newId(),
          returnId: request.id,
          orderLineId: line.orderLineId,
          position,
          reason: line.reason,
          reasonKey: reasonName(line.reason),
          reasonLabels: line.reasonLabels ?? null,
          quantity: line.quantity,
          reportedRefundedMinor: line.reportedRefundedMinor,
        })),
      ),
    ),
    ...announcements(sellerId, found.flatMap(reportedParcel), by.now),
    insertionIfAny(deadlines, clocks),
    deadlineWork(clocks.filter(({ returnId }) => managed.has(returnId))),
    ...queuedMessages(
      sellerId,
      found
        .filter(({ isAnnounced }) => isAnnounced)
        .flatMap(({ id, source, evaluation }) =>
          toldOf(source, evaluation).map((kind) => ({
            kind,
            returnId: id,
            eventId: null,
            dedupeKey: `${kind}:${id}`,
            availableAt: by.now,
            createdAt: by.now,
          })),
        ),
    ),
    insertion(
      events,
      numbered.map(({ id: returnId, source, status, evaluation: { verdict }, reportRow }) =>
        eventRow({
          sellerId,
          returnId,
          kind: "requested",
          ...by,
          data: { source, status, verdict, ...reportRow },
        }),
      ),
    ),
    insertion(
      returnKeys,
      numbered.flatMap((request) =>
        keysOf({
          number: request.number,
          rma: null,
          channelRma: request.channelRma,
          orderNumber: request.orderNumber,
          tracking: [request.reported?.trackingNumber ?? null],
          skus: request.lines.map(({ sku }) => sku),
          asins: request.lines.map(({ asin }) => asin),
          buyerName: request.buyerName,
        }).map((key) => ({ ...key, sellerId, returnId: request.id })),
      ),
    ),
  ]);
}

/** The buyer is told that the request came in, where the next mail does not say at once that it is authorized. */
const toldOf = (source: NewReturn["source"], { automation }: Evaluation): MessageKind[] =>
  source === "report" || automation.answer === "authorize" ? ["team.requested"] : ["team.requested", "buyer.requested"];

const earliestOpen = (list: NewReturn["deadlines"]): Date | null => {
  const open = list.filter(({ state }) => state === "open").map(({ dueAt }) => dueAt.getTime());
  return open.length > 0 ? new Date(Math.min(...open)) : null;
};
