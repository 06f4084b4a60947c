import { z } from "zod";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { checkLabels } from "@/lib/printing/check-labels";
import { selectionSchema } from "@/lib/returns/shared/selection";

/** Which of a selection can be printed, and why the others cannot. It changes nothing. */
export const POST = route({
  name: "labels.check",
  needs: "returns:read",
  body: jsonBody(z.strictObject({ selection: selectionSchema })),
  run: async (ctx, { body }) => jsonOf(await checkLabels(ctx, body)),
});
