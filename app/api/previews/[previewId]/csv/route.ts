import { db } from "@/db";
import { findPreview } from "@/db/queries/previews";
import { withSeller } from "@/db/tenant";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { previewCsv } from "@/lib/policies/preview-csv";
import { IMPACT_KINDS } from "@/lib/policy/impact";
import { answering, refusedResponse } from "@/lib/refused-response";

type Context = { params: Promise<{ previewId: string }> };

/** The requests that a preview found to go another way as a file, all of them. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering("previews.csv", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { previewId } = await params;
    const { id: sellerId } = guarded.value.seller;
    const preview = isId(previewId)
      ? await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId))
      : null;
    if (!preview) return refusedResponse({ code: "not_found" });
    const asked = new URL(request.url).searchParams.get("kind");
    const kind = IMPACT_KINDS.find((each) => each === asked) ?? null;
    return csvResponse(previewCsv(db, sellerId, { previewId, kind }), "impact-preview.csv");
  });
