import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { refundSchema } from "@/lib/refunds/refund-input";
import { previewRefund } from "@/lib/refunds/refund-preview";

/** What a buyer will read of a refund. It changes nothing; it is a POST because a refund does not fit an address. */
export const POST = route({
  name: "refunds.letter",
  needs: "refunds:make",
  body: jsonBody(refundSchema),
  run: async (ctx, { body }) => jsonOf(await previewRefund(ctx, body)),
});
