import { z } from "zod";
import { peekOf } from "@/app/(console)/returns/_peek/peek-of";
import { readReturn } from "@/app/(console)/returns/[returnId]/read-return";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { json, NOT_FOUND } from "@/lib/platform/route-answer";

/** A return beside the list, by the reading of its own page. */
export const GET = route({
  name: "returns.peek",
  needs: "returns:read",
  params: z.object({ returnId: idSchema }),
  run: async ({ db, sellerId, session, now }, { params: { returnId } }) => {
    const found = await readReturn(db, { sellerId, returnId, hasAllEvents: false, now });
    return found ? json(peekOf(found, session.permissions)) : NOT_FOUND;
  },
});
