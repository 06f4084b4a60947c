import { db } from "@/db";
import { csvResponse } from "@/lib/csv-response";
import { previewCsv } from "@/lib/policies/preview-csv";
import { IMPACT_KINDS } from "@/lib/policy/impact";
import { answering, refusedResponse } from "@/lib/refused-response";
import { guardPreview } from "../guard-preview";

type Context = { params: Promise<{ previewId: string }> };

/** The requests that a preview found to go another way as a file, all of them. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering("previews.csv", async () => {
    const guarded = await guardPreview(params);
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { sellerId, previewId } = guarded.value;
    const asked = new URL(request.url).searchParams.get("kind");
    const kind = IMPACT_KINDS.find((each) => each === asked) ?? null;
    return csvResponse(previewCsv(db, sellerId, { previewId, kind }), "impact-preview.csv");
  });
