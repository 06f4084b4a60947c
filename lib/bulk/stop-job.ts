import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { finishJob, refusePending } from "@/lib/platform/bulk/acts";
import type { Actor } from "@/lib/policy/actor";
import { findJob } from "./jobs";

type Stop = { sellerId: string; jobId: string; actor: Actor; now: Date };

/** Leaves undone what a job has not begun yet; what is done stays done. Answers how many were left. */
export const stopJob = (db: Db, { sellerId, jobId, actor, now }: Stop): Promise<Result<{ stopped: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const job = await findJob(tx, sellerId, jobId);
    if (!job) return refuse({ code: "not_found" });
    const stopped = await refusePending(tx, sellerId, jobId, { code: "stopped", limit: null });
    await finishJob(tx, sellerId, jobId, { now, isSeen: job.createdBy === actor.id });
    return ok({ stopped });
  });
