import { z } from "zod";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { findMessageManyOptions } from "@/lib/returns/message-buyers";
import { selectionSchema } from "@/lib/returns/shared/selection";

/** Who of a selection can be written to, and in which languages. It changes nothing; a selection does not fit an address. */
export const POST = route({
  name: "returns.messages",
  needs: "returns:bulk",
  body: jsonBody(z.strictObject({ selection: selectionSchema })),
  run: async (ctx, { body }) => {
    const found = await findMessageManyOptions(ctx, body.selection);
    return found.ok ? json(found.value) : found;
  },
});
