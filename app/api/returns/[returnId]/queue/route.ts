import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";
import { findInQueue } from "@/lib/returns/returns-list";
import { seenBy } from "@/lib/returns/shared/filter";
import { paramsOf, readView } from "@/lib/returns/shared/list-view";

/** What comes before and after a return in the list that it was opened from. */
export const GET = route({
  name: "returns.queue",
  needs: "returns:read",
  params: z.object({ returnId: idSchema }),
  query: z.object({ from: z.string().max(2000).default("") }),
  run: async (ctx, { params: { returnId }, query: { from } }) => {
    const { filter } = readView(paramsOf(from));
    return jsonFound(await findInQueue(ctx, { returnId, filter: seenBy(filter, ctx.session.user.id) }));
  },
});
