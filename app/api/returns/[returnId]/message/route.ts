import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { findMessageOptions } from "@/lib/returns/message-options";

type Context = { params: Promise<{ returnId: string }> };

/** What the dialog *Message the buyer* shows and offers. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("returns.message", async () => {
    const guarded = await guardRead("returns:decide");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { returnId } = await params;
    const sellerId = guarded.value.seller.id;
    const options = isId(returnId) ? await findMessageOptions(db, { sellerId, returnId }) : null;
    return options ? Response.json(ok(options)) : refusedResponse({ code: "not_found" });
  });
