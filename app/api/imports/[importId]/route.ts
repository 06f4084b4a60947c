import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { findImport } from "@/lib/imports/imports";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { json, NOT_FOUND } from "@/lib/platform/route-answer";

/** How far an import has come; asked again while the worker is at it. */
export const GET = route({
  name: "imports.progress",
  needs: "imports:read",
  params: z.object({ importId: idSchema }),
  run: async ({ db, sellerId }, { params: { importId } }) => {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row) return NOT_FOUND;
    const { state, bytesDone, bytesTotal, newCount, changedCount, unchangedCount } = row;
    return json({ state, bytesDone, bytesTotal, newCount, changedCount, unchangedCount });
  },
});
