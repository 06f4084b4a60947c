import { z } from "zod";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { PROMISED, PROMISED_LIST, REFUND_SHOWS } from "@/lib/refunds/promised-refunds";

/** The list of refunds as a file, all of it. */
export const GET = route({
  name: "refunds.csv",
  needs: "returns:read",
  exports: "refunds",
  query: z.object({ show: z.enum(REFUND_SHOWS).catch("open") }),
  run: (ctx, { query }) => csv(PROMISED_LIST.csv(ctx, PROMISED.usual(query)), "refunds.csv", query.show),
});
