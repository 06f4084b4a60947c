import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import type { AnyBulkSubject, BulkSubject } from "@/lib/platform/bulk/bulk";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { findCloseReason } from "@/lib/reasons/choose-close-reason";
import { moveReturnsIn } from "@/lib/returns/move-returns";
import { listAddressees, listOwnReturnIds } from "./bulk-acts";
import { type BulkRequest, bulkRequestSchema, moveRequestOf } from "./bulk-request";

/** Returns as many are acted on at once; each buyer is told in their own language. */
export const returnsInBulk: BulkSubject<BulkRequest> = {
  kind: "return",
  request: bulkRequestSchema,
  own: listOwnReturnIds,
  async move(tx, { request, ...act }) {
    const { sellerId, ids } = act;
    const isTold = "comments" in request;
    const chosen = isTold ? await findCloseReason(tx, sellerId, request.reason) : null;
    const addressees = isTold ? await listAddressees(tx, sellerId, ids) : [];
    return moveReturnsIn(tx, { ...act, ...moveRequestOf(request, addressees, chosen) });
  },
  ended: (tx, act) => tellTeam(tx, act),
};

/** All that can be acted on in bulk. */
export const BULK_SUBJECTS: readonly AnyBulkSubject[] = [returnsInBulk];

/** One message about the whole act, never one for each return. */
const tellTeam = (
  tx: Tx,
  { sellerId, bulkActId, now }: { sellerId: string; bulkActId: string; now: Date },
): Promise<void> =>
  writeTogether(
    tx,
    queuedMessages(sellerId, [
      {
        kind: "team.job_done",
        returnId: null,
        eventId: null,
        dedupeKey: `team.job_done:${bulkActId}`,
        availableAt: now,
        createdAt: now,
        data: { bulkActId },
      },
    ]),
  );
