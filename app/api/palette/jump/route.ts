import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { findJumps } from "@/lib/returns/jumps";

/** The few returns that a typed or pasted text means. */
export const GET = route({
  name: "palette.jump",
  needs: "returns:read",
  query: z.object({ q: z.string().default("") }),
  run: async ({ db, sellerId }, { query }) =>
    json({ jumps: await withSeller(db, sellerId, (tx) => findJumps(tx, sellerId, query.q)) }),
});
