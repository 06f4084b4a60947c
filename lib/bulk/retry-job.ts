import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Actor } from "@/lib/policy/actor";
import { jobInputSchema } from "./job-input";
import { listRefusedIds } from "./job-items";
import { findJob } from "./jobs";
import { runBulk } from "./run-bulk";

/** What the very same act may succeed at later: it was not tried, or what was missing may be there by now. */
export const RETRYABLE = ["not_done", "stopped", "no_return_address"] as const;

type Retry = {
  sellerId: string;
  jobId: string;
  /** Made by the client once for each intent, as for every job. */
  key: string;
  actor: Actor & { id: string; name: string };
  now: Date;
};

/** Asks a job's act again of those refused returns that it may succeed at, as a job of its own. */
export async function retryJob(
  db: Db,
  { sellerId, jobId, key, actor, now }: Retry,
): Promise<Result<{ jobId: string; total: number }, Refusal>> {
  const found = await withSeller(db, sellerId, async (tx) => ({
    job: await findJob(tx, sellerId, jobId),
    ids: await listRefusedIds(tx, sellerId, jobId, RETRYABLE),
  }));
  if (!found.job) return refuse({ code: "not_found" });
  const { request } = jobInputSchema.parse(found.job.input);
  return runBulk(db, { sellerId, key, selection: { mode: "ids", ids: found.ids }, request, actor, now });
}
