import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkActs, bulkItems, channels, imports } from "@/db/schema";
import { DONE } from "@/lib/policy/machines/import/statuses";

/** What a letter about a bulk act says; null when it is not the seller's. */
export async function findBulkActLetter(tx: Tx, sellerId: string, bulkActId: string) {
  const [row] = await tx
    .select({
      id: bulkActs.id,
      kind: bulkActs.kind,
      total: bulkActs.total,
      createdByName: bulkActs.createdByName,
      moved: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(bulkActs)
    .leftJoin(bulkItems, and(eq(bulkItems.sellerId, bulkActs.sellerId), eq(bulkItems.bulkActId, bulkActs.id)))
    .where(and(eq(bulkActs.sellerId, sellerId), eq(bulkActs.id, bulkActId)))
    .groupBy(bulkActs.sellerId, bulkActs.id);
  return row ?? null;
}

/** What a letter about an import that is done says; null when it is not. */
export async function findImportLetter(tx: Tx, sellerId: string, importId: string) {
  const [row] = await tx
    .select({
      importId: imports.id,
      channelName: channels.name,
      newCount: imports.newCount,
      changedCount: imports.changedCount,
      refusedCount: imports.refusedCount,
    })
    .from(imports)
    .innerJoin(channels, and(eq(channels.sellerId, imports.sellerId), eq(channels.id, imports.channelId)))
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId), eq(imports.state, DONE)));
  return row ?? null;
}
