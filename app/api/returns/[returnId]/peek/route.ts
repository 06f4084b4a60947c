import { peekOf } from "@/app/(console)/returns/_peek/peek-of";
import { readReturn } from "@/app/(console)/returns/[returnId]/read-return";
import { db } from "@/db";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ returnId: string }> };

/** A return beside the list, by the reading of its own page. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("returns.peek", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, permissions } = guarded.value;
    const { returnId } = await params;
    const found = await readReturn(db, { sellerId: seller.id, returnId, hasAllEvents: false, now: new Date() });
    return found ? Response.json(ok(peekOf(found, permissions))) : refusedResponse({ code: "not_found" });
  });
