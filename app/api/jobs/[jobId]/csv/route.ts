import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { storedRefusalSentence } from "@/components/refusal-words";
import { withSeller } from "@/db/tenant";
import { jobCsv } from "@/lib/bulk/job-csv";
import { jobInputSchema } from "@/lib/bulk/job-input";
import { findJob } from "@/lib/bulk/jobs";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";

/** What became of every return of a job, with the reasons in the reader's language. */
export const GET = route({
  name: "jobs.returns.csv",
  needs: "returns:read",
  exports: "job",
  params: z.object({ jobId: idSchema }),
  run: async ({ db, sellerId }, { params: { jobId } }) => {
    const job = await withSeller(db, sellerId, (tx) => findJob(tx, sellerId, jobId));
    if (!job) return NOT_FOUND;
    const t = await getTranslations("refusal");
    const { notFound } = jobInputSchema.parse(job.input);
    const rows = jobCsv(db, { sellerId, jobId, notFound, reasonOf: (refusal) => storedRefusalSentence(t, refusal) });
    return csv(rows, `job-${job.kind}-${jobId.slice(0, 8)}.csv`, jobId);
  },
});
