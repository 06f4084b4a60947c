import type { Handler } from "@/lib/platform/queue/work";
import { continueBulk } from "./continue-bulk";

/** With the pauses between them, a failure that passes has about half a minute to do so. */
const ATTEMPTS = 5;

/** The worker's part in a bulk job: what its request left over, or all of it where it is large. */
export const bulkWork: Handler = (db, { sellerId, id, attempt, now, signal }) =>
  continueBulk(db, { sellerId, jobId: id, now, signal, isLastAttempt: attempt >= ATTEMPTS });
