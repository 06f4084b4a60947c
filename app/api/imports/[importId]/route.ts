import { db } from "@/db";
import { findImport } from "@/db/queries/imports";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { answering, refusedResponse } from "@/lib/refused-response";
import { ok } from "@/lib/result";

type Context = { params: Promise<{ importId: string }> };

/** How far an import has come; asked again while the worker is at it. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("imports", async () => {
    const guarded = await guardRead("imports:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { importId } = await params;
    const row = isId(importId) ? await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId)) : null;
    if (!row) return refusedResponse({ code: "not_found" });
    const { state, bytesDone, bytesTotal, newCount, changedCount, unchangedCount } = row;
    return Response.json(ok({ state, bytesDone, bytesTotal, newCount, changedCount, unchangedCount }), {
      headers: { "cache-control": "no-store" },
    });
  });
