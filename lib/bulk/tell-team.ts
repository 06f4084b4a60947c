import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";

/** One message about the whole act, never one for each return. */
export const tellTeam = (
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
