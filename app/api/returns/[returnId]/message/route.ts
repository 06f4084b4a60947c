import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";
import { findMessageOptions } from "@/lib/returns/message-options";

/** What the dialog *Message the buyer* shows and offers. */
export const GET = route({
  name: "returns.message",
  needs: "returns:decide",
  params: z.object({ returnId: idSchema }),
  run: async (ctx, { params }) => jsonFound(await findMessageOptions(ctx, params)),
});
