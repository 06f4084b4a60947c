import { BULK_ACT_LIST, BULK_ACTS } from "@/lib/bulk/bulk-act-list";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The list of bulk acts as a file, all of them. */
export const GET = route({
  name: "bulkActs.csv",
  needs: "returns:read",
  exports: "jobs",
  run: (ctx) => csv(BULK_ACT_LIST.csv(ctx, BULK_ACTS.usual()), "jobs.csv"),
});
