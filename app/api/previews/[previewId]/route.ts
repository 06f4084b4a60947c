import { db } from "@/db";
import { findPreview } from "@/db/queries/previews";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { answering, refusedResponse } from "@/lib/refused-response";
import { ok } from "@/lib/result";

type Context = { params: Promise<{ previewId: string }> };

/** How far a preview has come, and what it found; asked again while it runs. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("previews", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { previewId } = await params;
    const { id: sellerId } = guarded.value.seller;
    const preview = isId(previewId)
      ? await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId))
      : null;
    return preview ? Response.json(ok(preview)) : refusedResponse({ code: "not_found" });
  });
