import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { STORAGE_MB } from "../env";
import { sumStoredBytes } from "./files";

export const MEGABYTE = 1024 * 1024;

/** In megabytes. */
export type StorageFull = { code: "storage_full"; used: number; limit: number };

/**
 * Why a file of so many bytes may not be kept as well, or null. A seller's files are counted one after the other, so that
 * two at once cannot share the last place; the transaction that asks is the one that lists the file.
 */
export async function refuseIfFull(
  tx: Tx,
  sellerId: string,
  size: number,
  limit = STORAGE_MB,
): Promise<StorageFull | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`stored:${sellerId}`}, 0))`);
  const used = await sumStoredBytes(tx, sellerId);
  return used + size > limit * MEGABYTE ? { code: "storage_full", used: Math.ceil(used / MEGABYTE), limit } : null;
}
