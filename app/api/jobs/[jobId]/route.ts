import { z } from "zod";
import { findOutcome } from "@/lib/bulk/find-outcome";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";

/** How far a bulk act has come, and what it refused; asked again while it runs. */
export const GET = route({
  name: "bulkActs.outcome",
  needs: "returns:read",
  params: z.object({ jobId: idSchema }),
  run: async ({ db, sellerId }, { params: { jobId: bulkActId } }) =>
    jsonFound(await findOutcome(db, sellerId, bulkActId, { after: -1 })),
});
