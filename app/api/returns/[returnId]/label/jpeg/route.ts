import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { labelJpeg } from "@/lib/labels/label-jpeg";
import { env } from "@/lib/platform/env";
import { route } from "@/lib/platform/route";
import { NOT_FOUND, savedFile } from "@/lib/platform/route-answer";

/** The label of one return as a picture, for a marketplace that takes no PDF. */
export const GET = route({
  name: "returns.label.jpeg",
  needs: "returns:read",
  params: z.object({ returnId: idSchema }),
  run: async ({ db, sellerId }, { params: { returnId } }) => {
    const jpeg = await labelJpeg(db, { sellerId, returnId, dataDir: env.DATA_DIR });
    return jpeg ? savedFile("image/jpeg", "label.jpg", jpeg) : NOT_FOUND;
  },
});
