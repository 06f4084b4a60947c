import { z } from "zod";
import { MAX_IMPORT_BYTES, storeImportFile } from "@/lib/imports/stored-files";
import { idSchema } from "@/lib/kernel/schemas";
import { env } from "@/lib/platform/env";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { streamBody } from "@/lib/platform/route-body";

/** Takes one report file as the body itself, into an import of the seller. */
export const POST = route({
  name: "imports.upload",
  needs: "imports:run",
  writes: true,
  query: z.object({
    import: idSchema,
    name: z.string().max(1000).default(""),
    /** When the file was last written, in milliseconds; a clock may be wrong, so it is only believed up to now. */
    modified: z.coerce.number().int().min(0).max(8.64e15).optional(),
  }),
  body: streamBody(MAX_IMPORT_BYTES),
  run: async (ctx, { query: { import: importId, name, modified }, body }) => {
    const modifiedAt = new Date(Math.min(modified ?? ctx.now.getTime(), ctx.now.getTime()));
    const where = { dataDir: env.DATA_DIR, storage: env.STORAGE_PER_SHOP_MB };
    return jsonOf(await storeImportFile(ctx, { ...where, importId, name, modifiedAt, body }), 201);
  },
});
