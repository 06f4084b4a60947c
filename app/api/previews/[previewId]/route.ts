import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";
import { findPreview } from "@/lib/terms/previews";

/** How far a preview has come, and what it found; asked again while it runs. */
export const GET = route({
  name: "previews",
  needs: "settings:read",
  params: z.object({ previewId: idSchema }),
  run: async ({ db, sellerId }, { params: { previewId } }) =>
    jsonFound(await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId))),
});
