import { z } from "zod";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { promisedCsv } from "@/lib/returns/promised-csv";

/** The list of promised refunds as a file, all of it. */
export const GET = route({
  name: "refunds.csv",
  needs: "returns:read",
  exports: "refunds",
  query: z.object({ show: z.enum(["open", "settled"]).catch("open") }),
  run: ({ db, sellerId, now }, { query: { show } }) =>
    csv(promisedCsv(db, sellerId, show, now), "promised-refunds.csv", show),
});
