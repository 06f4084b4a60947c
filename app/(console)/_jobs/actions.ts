"use server";

import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { markJobSeen } from "@/lib/bulk/job-list";
import { retryJob } from "@/lib/bulk/retry-job";
import * as stop from "@/lib/bulk/stop-job";
import { ok } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";

const onlyJob = z.strictObject({ jobId: idSchema });
const RETURNS_AND_JOBS = () => ["returns", "jobs"] as const;

/** The same act again for the returns that it may succeed at now, as a job of its own. */
export const retryRefused = action({
  name: "jobs.retry",
  needs: "returns:bulk",
  input: onlyJob.extend({ key: idSchema }),
  run: ({ db, session, now }, { jobId, key }) =>
    retryJob(db, { sellerId: session.seller.id, jobId, key, actor: { kind: "person", ...session.user }, now }),
  touches: RETURNS_AND_JOBS,
});

export const stopJob = action({
  name: "jobs.stop",
  needs: "returns:bulk",
  input: onlyJob,
  run: ({ db, session, actor, now }, { jobId }) => stop.stopJob(db, { sellerId: session.seller.id, jobId, actor, now }),
  touches: RETURNS_AND_JOBS,
});

/** Its starter has seen how a job ended, and need not be told any more. */
export const seeJob = action({
  name: "jobs.see",
  needs: "returns:read",
  input: onlyJob,
  run: async ({ db, session, now }, { jobId }) => {
    const { seller, user } = session;
    await withSeller(db, seller.id, (tx) => markJobSeen(tx, seller.id, jobId, { userId: user.id, now }));
    return ok(null);
  },
});
