import { JOB_LIST, JOBS } from "@/lib/bulk/job-list";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The list of jobs as a file, all of them. */
export const GET = route({
  name: "jobs.csv",
  needs: "returns:read",
  exports: "jobs",
  run: (ctx) => csv(JOB_LIST.csv(ctx, JOBS.usual()), "jobs.csv"),
});
