import { db } from "@/db";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";
import { jobsCsv } from "@/lib/returns/jobs-csv";

/** The list of jobs as a file, all of them. */
export const GET = (): Promise<Response> =>
  answering("jobs.csv", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    return csvResponse(jobsCsv(db, guarded.value.seller.id), "jobs.csv");
  });
