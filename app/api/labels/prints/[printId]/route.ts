import { db } from "@/db";
import { findPrint } from "@/db/queries/label-prints";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { answering, refusedResponse } from "@/lib/refused-response";
import { ok } from "@/lib/result";

type Context = { params: Promise<{ printId: string }> };

/** How far the worker has come with a print; asked again while it draws. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("labels.prints", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { printId } = await params;
    const print = isId(printId) ? await withSeller(db, sellerId, (tx) => findPrint(tx, sellerId, printId)) : null;
    return print ? Response.json(ok(print)) : refusedResponse({ code: "not_found" });
  });
