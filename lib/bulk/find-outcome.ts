import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listJobHandovers } from "@/lib/handovers/handover-channels";
import { jobInputSchema } from "./job-input";
import { findJob, listRefusedItems } from "./jobs";

/** How many refused returns one answer lists. */
const PER_PAGE = 100;

/** How a job stands: counts, and its refused returns after a position; null when it is not the seller's. */
export function findOutcome(db: Db, sellerId: string, jobId: string, { after }: { after: number }) {
  return withSeller(db, sellerId, async (tx) => {
    const job = await findJob(tx, sellerId, jobId);
    if (!job) return null;
    const { input, createdBy: _, ...rest } = job;
    const { notFound } = jobInputSchema.parse(input);
    const items = await listRefusedItems(tx, sellerId, jobId, { after, limit: PER_PAGE + 1 });
    const shown = items.slice(0, PER_PAGE);
    const toHandOver = rest.state === "done" && rest.moved > 0 ? await listJobHandovers(tx, sellerId, jobId) : [];
    return {
      ...rest,
      /** Asked for, but no return of this seller. */
      notFound: notFound.length,
      done: rest.moved + rest.refused + notFound.length,
      toHandOver,
      refusedItems: shown,
      next: items.length > PER_PAGE ? (shown.at(-1)?.position ?? null) : null,
    };
  });
}
export type Outcome = NonNullable<Awaited<ReturnType<typeof findOutcome>>>;
