import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, imports, jobItems, jobs } from "@/db/schema";

/** What a letter about a bulk act says; null when it is not the seller's. */
export async function findJobLetter(tx: Tx, sellerId: string, jobId: string) {
  const [row] = await tx
    .select({
      id: jobs.id,
      kind: jobs.kind,
      total: jobs.total,
      createdByName: jobs.createdByName,
      moved: sql<number>`count(*) filter (where ${jobItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${jobItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(jobs)
    .leftJoin(jobItems, and(eq(jobItems.sellerId, jobs.sellerId), eq(jobItems.jobId, jobs.id)))
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.id, jobId)))
    .groupBy(jobs.sellerId, jobs.id);
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
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId), eq(imports.state, "done")));
  return row ?? null;
}
