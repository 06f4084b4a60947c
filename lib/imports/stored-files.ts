import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileReport } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { MEGABYTE, refuseIfFull, type StorageFull } from "@/lib/platform/files/storage";
import { isCollecting } from "@/lib/policy/machines/import/statuses";
import type { ImportFile } from "./import-file";
import { addImportFile } from "./import-rows";
import { findImport } from "./imports";

export const MAX_IMPORT_BYTES = 200 * 1024 * 1024;
export const MAX_IMPORT_FILES = 20;

type Place = { dataDir: string; sellerId: string; importId: string };

/** Where the files of an import lie; ids are proved to be ids, so that no name from outside becomes a path. */
const folderOf = ({ dataDir, sellerId, importId }: Place): string =>
  join(dataDir, "imports", idSchema.parse(sellerId), idSchema.parse(importId));

export const removeStoredFiles = (place: Place): Promise<void> => rm(folderOf(place), { recursive: true, force: true });

/** The files of an import as they were uploaded. */
export const storedFiles = (place: Place, files: readonly FileReport[]): ImportFile[] =>
  files.map(({ id, name, size, modifiedAt }) => ({
    id,
    name,
    size,
    modifiedAt: new Date(modifiedAt),
    open: () => createReadStream(join(folderOf(place), idSchema.parse(id)), { highWaterMark: 256 * 1024 }),
  }));

type Upload = Omit<Place, "sellerId"> & {
  name: string;
  modifiedAt: Date;
  body: AsyncIterable<Uint8Array>;
  /** How many megabytes a seller may keep. */
  storage?: number;
};

export type UploadRefusal =
  | { code: "not_found" }
  | { code: "upload_over" }
  | { code: "too_many_files"; max: number }
  | { code: "file_too_large"; megabytes: number }
  | { code: "file_empty" }
  | StorageFull;

/**
 * Takes one file of an import that still collects them, as it comes off the wire. It is listed only once it lies
 * there whole; whatever goes wrong leaves neither bytes nor a line behind.
 */
export async function storeImportFile(
  { db, sellerId }: Ctx,
  upload: Upload,
): Promise<Result<FileReport, UploadRefusal>> {
  const { importId, name, modifiedAt, body } = upload;
  const folder = folderOf({ ...upload, sellerId });
  const { row, full } = await withSeller(db, sellerId, async (tx) => ({
    row: await findImport(tx, sellerId, importId),
    // Nothing is received in vain where nothing fits any more.
    full: await refuseIfFull(tx, sellerId, 1, upload.storage),
  }));
  if (!row) return refuse({ code: "not_found" });
  if (!isCollecting(row.state)) return refuse({ code: "upload_over" });
  if (full) return refuse(full);
  if (row.files.length >= MAX_IMPORT_FILES) return refuse({ code: "too_many_files", max: MAX_IMPORT_FILES });
  const id = newId();
  const path = join(folder, id);
  const part = `${path}.part`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const size = await receive(body, part);
    if (size === null) return refuse({ code: "file_too_large", megabytes: MAX_IMPORT_BYTES / MEGABYTE });
    if (size === 0) return refuse({ code: "file_empty" });
    await rename(part, path);
    const unread = { format: null, encoding: null, rows: 0, refusal: null };
    const file = { id, name: shownName(name), size, modifiedAt: modifiedAt.toISOString(), ...unread };
    const refusal = await withSeller(db, sellerId, async (tx): Promise<UploadRefusal | null> => {
      const isFull = await refuseIfFull(tx, sellerId, size, upload.storage);
      if (isFull) return isFull;
      return (await addImportFile(tx, { sellerId, importId }, file)) ? null : { code: "upload_over" };
    });
    if (!refusal) return ok(file);
    await rm(path, { force: true });
    return refuse(refusal);
  } finally {
    await rm(part, { force: true });
  }
}

/** Names are only shown: one line, without what turns text around. */
const shownName = (name: string): string =>
  name
    .replace(/[\p{C}]/gu, "")
    .replace(/^.*[\\/]/, "")
    .slice(-200) || "report";

/** Writes a stream to a path and answers its length; null as soon as it exceeds the limit. */
async function receive(body: AsyncIterable<Uint8Array>, path: string): Promise<number | null> {
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const bytes of body) {
      size += bytes.byteLength;
      if (size > MAX_IMPORT_BYTES) return null;
      await handle.writeFile(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
}
