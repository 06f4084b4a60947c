import { db } from "@/db";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { IMPACT_KINDS } from "@/lib/policy/judging/impact";
import { previewCsv } from "@/lib/terms/preview-csv";
import { previewOf } from "../guard-preview";

type Context = { params: Promise<{ previewId: string }> };

/** The requests that a preview found to go another way as a file, all of them. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering("previews.csv", async () => {
    const guarded = await guardExport("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const found = await previewOf(guarded.value, params);
    if (!found.ok) return refusedResponse(found.refusal);
    const { sellerId, previewId } = found.value;
    const asked = new URL(request.url).searchParams.get("kind");
    const kind = IMPACT_KINDS.find((each) => each === asked) ?? null;
    return exportResponse(previewCsv(db, sellerId, { previewId, kind }), {
      session: guarded.value,
      what: "preview",
      filter: `${previewId} ${kind ?? ""}`.trim(),
      fileName: "impact-preview.csv",
    });
  });
