import { z } from "zod";
import { db } from "@/db";
import { guardRead } from "@/lib/guard";
import { checkLabels } from "@/lib/labels/check-labels";
import { readJson } from "@/lib/read-body";
import { answering, refusedResponse } from "@/lib/refused-response";
import { selectionSchema } from "@/lib/returns/selection";

const bodySchema = z.strictObject({ selection: selectionSchema });

/** Which of a selection can be printed, and why the others cannot. It changes nothing. */
export const POST = (request: Request): Promise<Response> =>
  answering("labels.check", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sent = await readJson(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const body = bodySchema.safeParse(sent.value);
    if (!body.success) return refusedResponse({ code: "invalid" });
    const checked = await checkLabels(db, guarded.value.seller.id, body.data.selection);
    return checked.ok ? Response.json(checked) : refusedResponse(checked.refusal);
  });
