import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { renderLabels } from "@/lib/labels/render-labels";
import { env } from "@/lib/platform/env";
import { route } from "@/lib/platform/route";
import { printQuerySchema } from "@/lib/policy/labels/print-query";
import { printed, sentence } from "../../../labels/printed";

/** Label and slip of one return, or one of them, as a PDF to print. */
export const GET = route({
  name: "returns.label",
  needs: "returns:read",
  params: z.object({ returnId: idSchema }),
  query: printQuerySchema,
  sentence,
  run: ({ db, sellerId }, { params: { returnId }, query }) =>
    printed(renderLabels({ db, sellerId }, { returnIds: [returnId], ...query }, env.DATA_DIR)),
});
