import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonOf, told } from "@/lib/platform/route-answer";
import { checkRma } from "@/lib/returns/check-rma";

/** Whether a typed RMA could be given to this return; asked when the field is left. */
export const GET = route({
  name: "returns.rma",
  needs: "returns:decide",
  params: z.object({ returnId: idSchema }),
  query: z.object({ rma: z.string().default("") }),
  run: async (ctx, { params: { returnId }, query }) => {
    const answer = await checkRma(ctx, { returnId, typed: query.rma });
    return !answer.ok && answer.refusal.code === "not_found" ? jsonOf(answer) : told(answer);
  },
});
