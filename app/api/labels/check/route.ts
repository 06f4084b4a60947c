import { z } from "zod";
import { db } from "@/db";
import { guardPosted } from "@/lib/platform/guard";
import { readJson } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { checkLabels } from "@/lib/printing/check-labels";
import { selectionSchema } from "@/lib/returns/shared/selection";

const bodySchema = z.strictObject({ selection: selectionSchema });

/** Which of a selection can be printed, and why the others cannot. It changes nothing. */
export const POST = (request: Request): Promise<Response> =>
  answering("labels.check", async () => {
    const guarded = await guardPosted("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sent = await readJson(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const body = bodySchema.safeParse(sent.value);
    if (!body.success) return refusedResponse({ code: "invalid" });
    const checked = await checkLabels(db, guarded.value.seller.id, body.data.selection);
    return checked.ok ? Response.json(checked) : refusedResponse(checked.refusal);
  });
