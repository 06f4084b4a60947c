import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema";

type NewFile = { id: string; name: string; mime: string; size: number; sha256: string; uploadedBy: string };

export async function insertFile(tx: Tx, sellerId: string, file: NewFile): Promise<void> {
  await tx.insert(files).values({ sellerId, ...file });
}

/** The bytes of all files that lie here for a seller: labels, and the reports of imports that are not over. */
export async function sumStoredBytes(tx: Tx, sellerId: string): Promise<number> {
  const [row] = await tx.execute<{ bytes: number }>(sql`
    select ((select coalesce(sum(size), 0) from files where seller_id = ${sellerId})
      + (select coalesce(sum(bytes_total), 0) from imports
         where seller_id = ${sellerId} and state not in ('done', 'undone')))::float8 as bytes`);
  return row?.bytes ?? 0;
}

export async function findFile(tx: Tx, sellerId: string, id: string) {
  const [file] = await tx
    .select({ id: files.id, name: files.name, mime: files.mime, size: files.size })
    .from(files)
    .where(and(eq(files.sellerId, sellerId), eq(files.id, id)));
  return file ?? null;
}

/** Whether a file is a picture of goods, which was drawn anew when it came. */
export async function isPhoto(tx: Tx, sellerId: string, fileId: string): Promise<boolean> {
  const [found] = await tx.execute<{ is: boolean }>(sql`
    select exists (select from unit_photos where seller_id = ${sellerId} and file_id = ${fileId})
      or exists (select from unidentified_photos where seller_id = ${sellerId} and file_id = ${fileId}) as is`);
  return found?.is ?? false;
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

/** Forgets files uploaded before an instant that no return carries, no message takes along and no goods show; answers how many. */
export async function deleteUnusedFiles(tx: Tx, sellerId: string, before: Date): Promise<number> {
  const gone = await tx.execute(sql`
    delete from files f where f.seller_id = ${sellerId} and f.created_at < ${before.toISOString()}::timestamptz
      and not exists (select from returns r where r.seller_id = ${sellerId} and r.label_file_id = f.id)
      and not exists (select from messages m where m.seller_id = ${sellerId}
        and m.attachments @> jsonb_build_array(jsonb_build_object('fileId', f.id)))
      and not exists (select from unit_photos p where p.seller_id = ${sellerId} and p.file_id = f.id)
      and not exists (select from unidentified_photos p where p.seller_id = ${sellerId} and p.file_id = f.id)
    returning f.id`);
  return gone.length;
}
