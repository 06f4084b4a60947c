import { db } from "@/db";
import { jobsCsv } from "@/lib/bulk/jobs-csv";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** The list of jobs as a file, all of them. */
export const GET = (): Promise<Response> =>
  answering("jobs.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    return exportResponse(jobsCsv(db, guarded.value.seller.id), {
      session: guarded.value,
      what: "jobs",
      fileName: "jobs.csv",
    });
  });
