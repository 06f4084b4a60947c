import { db } from "@/db";
import { findOutcome } from "@/lib/bulk/find-outcome";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ jobId: string }> };

/** How far a job has come, and what it refused; asked again while it runs. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("jobs", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { jobId } = await params;
    const outcome = isId(jobId) ? await findOutcome(db, guarded.value.seller.id, jobId, { after: -1 }) : null;
    return outcome ? Response.json(ok(outcome)) : refusedResponse({ code: "not_found" });
  });
