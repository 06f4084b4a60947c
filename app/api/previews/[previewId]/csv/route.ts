import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";
import { PREVIEW_CHANGE_LIST, PREVIEW_CHANGES } from "@/lib/terms/preview-changes";
import { findPreview } from "@/lib/terms/previews";

/** The requests that a preview found to go another way as a file, all of them. */
export const GET = route({
  name: "previews.csv",
  needs: "settings:read",
  exports: "preview",
  params: z.object({ previewId: idSchema }),
  query: z.record(z.string(), z.string()),
  run: async ({ db, sellerId }, { params: { previewId }, query }) => {
    const preview = await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId));
    if (!preview) return NOT_FOUND;
    const { filter, sort } = PREVIEW_CHANGES.read(query);
    const rows = PREVIEW_CHANGE_LIST.csv({ db, sellerId, previewId }, { filter, sort });
    return csv(rows, "impact-preview.csv", `${previewId} ${filter.kind ?? ""}`.trim());
  },
});
