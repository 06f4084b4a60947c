import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { personId } from "@/lib/policy/actor";
import type { Ctx } from "../ctx";
import { type ContentRefusal, checkContent, type LabelFileType } from "./check-content";
import { safeFileName } from "./file-name";
import { insertFile } from "./files";
import { MEGABYTE, refuseIfFull, type StorageFull } from "./storage";

export const MAX_LABEL_BYTES = 5 * 1024 * 1024;

export type FileRefusal =
  | ContentRefusal
  | StorageFull
  | { code: "file_too_large"; megabytes: number }
  | { code: "file_empty" };
export type StoredFile = { id: string; name: string; mime: LabelFileType; size: number };

/** Where a seller's files lie; ids are proved to be ids, so that no name from outside becomes a path. */
export const filesFolder = (dataDir: string, sellerId: string): string =>
  join(dataDir, "files", idSchema.parse(sellerId));

export const filePath = (dataDir: string, sellerId: string, fileId: string): string =>
  join(filesFolder(dataDir, sellerId), idSchema.parse(fileId));

/** Writes a stream to a path and answers its length and hash; null as soon as it exceeds the limit. */
async function receive(body: AsyncIterable<Uint8Array>, path: string, maxBytes: number) {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const part of body) {
      size += part.byteLength;
      if (size > maxBytes) return null;
      hash.update(part);
      await handle.writeFile(part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest("hex") };
}

type Upload = {
  dataDir: string;
  /** As the person's computer calls it; only ever shown. */
  name: string;
  body: AsyncIterable<Uint8Array>;
  /** How many megabytes a seller may keep. */
  storage?: number;
};

/**
 * Keeps a label of the seller's own: PDF, PNG or JPEG by its bytes, at most 5 MB. The row comes last and a
 * failure takes the bytes away, so that there is never a row without its file.
 */
export async function storeFile(
  { db, sellerId, actor }: Pick<Ctx, "db" | "sellerId" | "actor">,
  upload: Upload,
): Promise<Result<StoredFile, FileRefusal>> {
  const id = newId();
  const path = filePath(upload.dataDir, sellerId, id);
  const part = `${path}.part`;
  await mkdir(filesFolder(upload.dataDir, sellerId), { recursive: true, mode: 0o700 });
  try {
    const received = await receive(upload.body, part, MAX_LABEL_BYTES);
    if (!received) return refuse({ code: "file_too_large", megabytes: MAX_LABEL_BYTES / MEGABYTE });
    if (received.size === 0) return refuse({ code: "file_empty" });
    const mime = await checkContent(await readFile(part));
    if (typeof mime !== "string") return refuse(mime);
    const file = { id, name: safeFileName(upload.name, mime), mime, size: received.size };
    await rename(part, path);
    try {
      const full = await withSeller(db, sellerId, async (tx) => {
        const refusal = await refuseIfFull(tx, sellerId, file.size, upload.storage);
        if (!refusal) await insertFile(tx, sellerId, { ...file, sha256: received.sha256, uploadedBy: personId(actor) });
        return refusal;
      });
      if (!full) return ok(file);
      await rm(path, { force: true });
      return refuse(full);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  } finally {
    await rm(part, { force: true });
  }
}
