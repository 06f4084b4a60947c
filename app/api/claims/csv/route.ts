import { z } from "zod";
import { CLAIMS, CLAIMS_LIST } from "@/lib/claims/claims-list";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { CLAIM_SHOWS } from "@/lib/policy/machines/claim/statuses";

/** One part of the list of claims as a file, all of it. */
export const GET = route({
  name: "claims.csv",
  needs: "returns:read",
  exports: "claims",
  query: z.object({ show: z.enum(CLAIM_SHOWS).catch("to_file") }),
  run: (ctx, { query }) => csv(CLAIMS_LIST.csv(ctx, CLAIMS.usual(query)), "claims.csv", query.show),
});
