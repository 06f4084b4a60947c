import { jobsCsv } from "@/lib/bulk/jobs-csv";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The list of jobs as a file, all of them. */
export const GET = route({
  name: "jobs.csv",
  needs: "returns:read",
  exports: "jobs",
  run: ({ db, sellerId }) => csv(jobsCsv(db, sellerId), "jobs.csv"),
});
