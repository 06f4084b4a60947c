import { db } from "@/db";
import { actorOf } from "@/lib/actor";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { answering, refusedResponse } from "@/lib/refused-response";
import { ok } from "@/lib/result";
import { findDecisionOptions } from "@/lib/returns/decision-options";

type Context = { params: Promise<{ returnId: string }> };

/** What the dialogs of one return show and offer. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("returns.options", async () => {
    const guarded = await guardRead("returns:decide");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { returnId } = await params;
    const session = guarded.value;
    const ask = { sellerId: session.seller.id, returnId, actor: actorOf(session), now: new Date() };
    const options = isId(returnId) ? await findDecisionOptions(db, ask) : null;
    return options
      ? Response.json(ok({ ...options, sellerId: session.seller.id }))
      : refusedResponse({ code: "not_found" });
  });
