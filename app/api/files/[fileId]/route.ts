import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import { env } from "@/lib/platform/env";
import { findFile, isPhoto } from "@/lib/platform/files/files";
import { filePath } from "@/lib/platform/files/store-file";
import { route } from "@/lib/platform/route";
import { NOT_FOUND, savedFile, shownFile } from "@/lib/platform/route-answer";
import { smallPhoto } from "@/lib/receiving/keep-photo";

/** A stored file: saved, and never shown inside our own pages; but a picture from the bench, which is one that we drew. */
export const GET = route({
  name: "files",
  needs: "returns:read",
  params: z.object({ fileId: idSchema }),
  query: z.object({ small: z.string().optional() }),
  run: async ({ db, sellerId }, { params: { fileId }, query: { small } }) => {
    const [file, isShown] = await withSeller(db, sellerId, async (tx) => [
      await findFile(tx, sellerId, fileId),
      await isPhoto(tx, sellerId, fileId),
    ]);
    if (!file) return NOT_FOUND;
    const path = filePath(env.DATA_DIR, sellerId, file.id);
    const little = isShown && small !== undefined ? await smallPhoto(await readFile(path)) : null;
    if (little) return shownFile(file.mime, file.name, little, true);
    const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    return isShown ? shownFile(file.mime, file.name, bytes) : savedFile(file.mime, file.name, bytes, file.size);
  },
});
