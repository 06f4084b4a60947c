import { continueBulk } from "@/lib/platform/bulk/bulk";
import type { Handler } from "@/lib/platform/queue/work";
import { BULK_SUBJECTS } from "./returns-in-bulk";

/** With the pauses between them, a failure that passes has about half a minute to do so. */
const ATTEMPTS = 5;

/** The worker's part in a bulk act: what its request left over, or all of it where it is large. */
export const bulkWork: Handler = (db, { sellerId, id, attempt, now, signal }) =>
  continueBulk(db, BULK_SUBJECTS, { sellerId, bulkActId: id, now, signal, isLastAttempt: attempt >= ATTEMPTS });
