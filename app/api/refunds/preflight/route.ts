import { z } from "zod";
import { preflightRefunds } from "@/lib/bulk/refund-preflight";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { selectionSchema } from "@/lib/returns/shared/selection";

/** What refunding a selection would come to. It changes nothing; it is a POST because a selection does not fit an address. */
export const POST = route({
  name: "refunds.preflight",
  needs: "refunds:make",
  body: jsonBody(z.strictObject({ selection: selectionSchema })),
  run: async (ctx, { body }) => {
    const planned = await preflightRefunds(ctx, body);
    return planned.ok ? json(planned.value) : planned;
  },
});
