import { getTranslations } from "next-intl/server";
import { refusalSentence } from "@/components/returns/refusal-sentence";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { jobCsv } from "@/lib/bulk/job-csv";
import { jobInputSchema } from "@/lib/bulk/job-input";
import { findJob } from "@/lib/bulk/jobs";
import { isId } from "@/lib/kernel/ids";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ jobId: string }> };

/** What became of every return of a job, with the reasons in the reader's language. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("jobs", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { jobId } = await params;
    const job = isId(jobId) ? await withSeller(db, sellerId, (tx) => findJob(tx, sellerId, jobId)) : null;
    if (!job) return refusedResponse({ code: "not_found" });
    const t = await getTranslations("refusals");
    const { notFound } = jobInputSchema.parse(job.input);
    const csv = jobCsv(db, { sellerId, jobId, notFound, reasonOf: (refusal) => refusalSentence(t, refusal) });
    return exportResponse(csv, {
      session: guarded.value,
      what: "job",
      filter: jobId,
      fileName: `job-${job.kind}-${jobId.slice(0, 8)}.csv`,
    });
  });
