"use server";

import { z } from "zod";
import { markJobSeen } from "@/db/queries/job-list";
import { withSeller } from "@/db/tenant";
import { action } from "@/lib/action";
import { idSchema } from "@/lib/id-schema";
import { ok } from "@/lib/result";
import { retryJob } from "@/lib/returns/retry-job";
import * as stop from "@/lib/returns/stop-job";

const onlyJob = z.strictObject({ jobId: idSchema });
const RETURNS_AND_JOBS = () => ["returns", "jobs"] as const;

/** The same act again for the returns that it may succeed at now, as a job of its own. */
export const retryRefused = action({
  name: "jobs.retry",
  needs: "returns:bulk",
  input: onlyJob.extend({ key: idSchema }),
  run: ({ db, session, now }, { jobId, key }) =>
    retryJob(db, { sellerId: session.seller.id, jobId, key, actor: { kind: "seller", ...session.user }, now }),
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
