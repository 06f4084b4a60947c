import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findImport } from "@/lib/imports/imports";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

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
