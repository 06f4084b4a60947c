import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { env } from "@/lib/platform/env";
import { findFile } from "@/lib/platform/files/files";
import { filePath } from "@/lib/platform/files/store-file";
import { route } from "@/lib/platform/route";
import { NOT_FOUND, savedFile } from "@/lib/platform/route-answer";

/** A stored file, always saved and never shown inside our own pages. */
export const GET = route({
  name: "files",
  needs: "returns:read",
  params: z.object({ fileId: idSchema }),
  run: async ({ db, sellerId }, { params: { fileId } }) => {
    const file = await withSeller(db, sellerId, (tx) => findFile(tx, sellerId, fileId));
    if (!file) return NOT_FOUND;
    const bytes = createReadStream(filePath(env.DATA_DIR, sellerId, file.id));
    return savedFile(file.mime, file.name, Readable.toWeb(bytes) as ReadableStream<Uint8Array>, file.size);
  },
});
