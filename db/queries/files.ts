import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client";
import { files } from "../schema";

type NewFile = { id: string; name: string; mime: string; size: number; sha256: string; uploadedBy: string };

export async function insertFile(tx: Tx, sellerId: string, file: NewFile): Promise<void> {
  await tx.insert(files).values({ sellerId, ...file });
}

export async function findFile(tx: Tx, sellerId: string, id: string) {
  const [file] = await tx
    .select({ id: files.id, name: files.name, mime: files.mime, size: files.size })
    .from(files)
    .where(and(eq(files.sellerId, sellerId), eq(files.id, id)));
  return file ?? null;
}

/** Which of these ids are files of the seller. */
export async function listFileIds(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.sellerId, sellerId), inArray(files.id, [...ids])));
  return rows.map((row) => row.id);
}
