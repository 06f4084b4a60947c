import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";
import { IMPACT_KINDS } from "@/lib/policy/judging/impact";
import { previewCsv } from "@/lib/terms/preview-csv";
import { findPreview } from "@/lib/terms/previews";

/** The requests that a preview found to go another way as a file, all of them. */
export const GET = route({
  name: "previews.csv",
  needs: "settings:read",
  exports: "preview",
  params: z.object({ previewId: idSchema }),
  query: z.object({ kind: z.enum(IMPACT_KINDS).nullable().catch(null) }),
  run: async ({ db, sellerId }, { params: { previewId }, query: { kind } }) => {
    const preview = await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId));
    if (!preview) return NOT_FOUND;
    const rows = previewCsv(db, sellerId, { previewId, kind });
    return csv(rows, "impact-preview.csv", `${previewId} ${kind ?? ""}`.trim());
  },
});
