import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { countValues } from "@/lib/returns/count-values";
import { COUNTED_VALUES } from "@/lib/returns/shared/filter";
import { returnFilterSchema } from "@/lib/returns/shared/selection";

/** How many returns each value of a filter would find beside the others that are on; over a thousand means more. */
export const POST = route({
  name: "returns.values",
  needs: "returns:read",
  body: jsonBody(
    z.strictObject({
      filter: returnFilterSchema,
      by: z.enum(COUNTED_VALUES),
      values: z.array(z.string().min(1).max(200)).max(100),
    }),
  ),
  run: async ({ db, sellerId, now, session }, { body }) =>
    json(await withSeller(db, sellerId, (tx) => countValues(tx, { sellerId, now, viewerId: session.user.id }, body))),
});
