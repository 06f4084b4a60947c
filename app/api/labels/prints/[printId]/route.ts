import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { findPrint } from "@/lib/printing/label-prints";

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
