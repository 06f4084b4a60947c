import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { actorOf } from "@/lib/policy/actor";
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
