import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { json, jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { DOINGS } from "@/lib/policy/doings";
import { leaveReturn, stayAtReturn } from "@/lib/presence/stay-at-return";

/**
 * "I am here, doing this"; answers who else is. A POST, because it writes; no server action, because those wait for each
 * other, and nobody's decision should wait behind a beat.
 */
export const POST = route({
  name: "returns.presence",
  needs: "returns:read",
  writes: true,
  params: z.object({ returnId: idSchema }),
  /** Null: the page was left. */
  body: jsonBody(z.strictObject({ doing: z.enum(DOINGS).nullable() })),
  run: async (ctx, { params: { returnId }, body: { doing } }) => {
    if (doing !== null) return jsonOf(await stayAtReturn(ctx, { returnId, doing }));
    await leaveReturn(ctx, { returnId });
    return json(null);
  },
});
