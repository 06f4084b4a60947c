import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { json, NOT_FOUND } from "@/lib/platform/route-answer";
import { findDecisionOptions } from "@/lib/returns/decision-options";

/** What the dialogs of one return show and offer. */
export const GET = route({
  name: "returns.options",
  needs: "returns:decide",
  params: z.object({ returnId: idSchema }),
  run: async (ctx, { params }) => {
    const options = await findDecisionOptions(ctx, params);
    return options ? json({ ...options, sellerId: ctx.sellerId }) : NOT_FOUND;
  },
});
