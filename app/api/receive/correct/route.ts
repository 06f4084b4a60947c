import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { correctInput, correctReceipt } from "@/lib/receiving/correct-receipt";

/** A check-in or a grade that was wrong. */
export const POST = route({
  name: "receive.correct",
  needs: "parcels:receive",
  writes: true,
  body: jsonBody(correctInput),
  run: async (ctx, { body }) => jsonOf(await correctReceipt(ctx, body)),
});
