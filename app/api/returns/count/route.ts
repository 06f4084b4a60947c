import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { countMatching } from "@/lib/returns/returns-list";
import { returnFilterSchema } from "@/lib/returns/shared/selection";

/** How many returns matched a filter at an instant, exactly; a POST because a filter is more than an address holds. */
export const POST = route({
  name: "returns.count",
  needs: "returns:bulk",
  body: jsonBody(z.strictObject({ filter: returnFilterSchema, snapshotAt: z.iso.datetime() })),
  run: async ({ db, sellerId }, { body: { filter, snapshotAt } }) => {
    const snapshot = { snapshotAt: new Date(snapshotAt), excludedIds: [] };
    return json({ total: await withSeller(db, sellerId, (tx) => countMatching(tx, sellerId, filter, snapshot)) });
  },
});
