import { z } from "zod";
import { env } from "@/lib/platform/env";
import { MAX_LABEL_BYTES, storeFile } from "@/lib/platform/files/store-file";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { streamBody } from "@/lib/platform/route-body";

/** Takes a label of the seller's own as the body itself, under `?name=`. */
export const POST = route({
  name: "uploads",
  needs: "returns:decide",
  writes: true,
  query: z.object({ name: z.string().default("") }),
  body: streamBody(MAX_LABEL_BYTES),
  run: async (ctx, { query: { name }, body }) => {
    const where = { dataDir: env.DATA_DIR, storage: env.STORAGE_PER_SHOP_MB };
    return jsonOf(await storeFile(ctx, { ...where, name, body }), 201);
  },
});
