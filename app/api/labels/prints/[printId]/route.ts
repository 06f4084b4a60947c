import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";
import { findPrint } from "@/lib/printing/label-prints";

/** How far the worker has come with a print; asked again while it draws. */
export const GET = route({
  name: "labels.prints",
  needs: "returns:read",
  params: z.object({ printId: idSchema }),
  run: async ({ db, sellerId }, { params: { printId } }) =>
    jsonFound(await withSeller(db, sellerId, (tx) => findPrint(tx, sellerId, printId))),
});
