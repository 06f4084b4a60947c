import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { jobInputSchema } from "@/lib/bulk/job-input";
import { countRefusals, findStanding, type JobItem, listJobItems, listRefusedIds } from "@/lib/bulk/job-items";
import { findJob } from "@/lib/bulk/jobs";
import { RETRYABLE } from "@/lib/bulk/retry-job";
import { listJobHandovers } from "@/lib/handovers/handover-channels";
import { keyPage } from "@/lib/platform/key-page";
import type { JobPlace } from "./search-params";

const PER_PAGE = 50;
/** The longest undo window there is. */
const UNDOABLE_FOR_MS = 60_000;

type Asked = { sellerId: string; jobId: string; place: JobPlace; now: Date };

/** A job as its page shows it, with one page of its returns; null when this seller has none with the id. */
export function readJob(db: Db, { sellerId, jobId, place, now }: Asked) {
  return withSeller(db, sellerId, async (tx) => {
    const job = await findJob(tx, sellerId, jobId);
    if (!job) return null;
    const { input, ...rest } = job;
    const { show, why, ...keys } = place;
    const page = { outcome: show === "all" ? null : show, code: why, ...keys, limit: PER_PAGE + 1 };
    const items = await listJobItems(tx, sellerId, jobId, page);
    const causes = show === "refused" && rest.refused > 0 ? await countRefusals(tx, sellerId, jobId) : [];
    const retryable = rest.refused > 0 ? await listRefusedIds(tx, sellerId, jobId, RETRYABLE) : [];
    const toHandOver = rest.moved > 0 ? await listJobHandovers(tx, sellerId, jobId) : [];
    const endedAgo = rest.finishedAt ? now.getTime() - rest.finishedAt.getTime() : null;
    const mayStand = rest.moved > 0 && endedAgo !== null && endedAgo <= UNDOABLE_FOR_MS;
    const standing = mayStand ? await findStanding(tx, sellerId, jobId) : null;
    return {
      ...rest,
      notFound: jobInputSchema.parse(input).notFound.length,
      toHandOver,
      causes,
      retryable: retryable.length,
      undoUntil: standing && standing.until > now ? standing.until : null,
      now,
      ...keyPage<JobItem, number>(items, keys, PER_PAGE),
    };
  });
}
export type FoundJob = NonNullable<Awaited<ReturnType<typeof readJob>>>;
