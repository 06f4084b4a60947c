import { and, desc, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, policyPreviews, previewChanges, workItems } from "@/db/schema";

type NewPreview = Pick<
  typeof policyPreviews.$inferInsert,
  "id" | "channelId" | "terms" | "operation" | "total" | "createdBy" | "createdAt"
>;

/** How many previews of a seller are kept, with their lists: each is looked at once. */
const KEPT = 10;

/** Writes a preview that is to be computed, with the work of it, and forgets the oldest ones. */
export async function insertPreview(tx: Tx, sellerId: string, preview: NewPreview): Promise<void> {
  await tx.insert(policyPreviews).values({ sellerId, ...preview, state: "running" });
  await tx.insert(workItems).values({ sellerId, kind: "preview", id: preview.id, dueAt: sql`now()` });
  const newest = tx
    .select({ id: policyPreviews.id })
    .from(policyPreviews)
    .where(eq(policyPreviews.sellerId, sellerId))
    .orderBy(desc(policyPreviews.createdAt), desc(policyPreviews.id))
    .limit(KEPT);
  await tx
    .delete(policyPreviews)
    .where(and(eq(policyPreviews.sellerId, sellerId), notInArray(policyPreviews.id, newest)));
}

/** How far a preview has come and what it found, without the terms it is about. */
export async function findPreview(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      id: policyPreviews.id,
      channelId: policyPreviews.channelId,
      channelName: channels.name,
      marketplace: channels.marketplace,
      mode: channels.mode,
      state: policyPreviews.state,
      total: policyPreviews.total,
      done: policyPreviews.done,
      impact: policyPreviews.impact,
      failure: policyPreviews.failure,
      createdAt: policyPreviews.createdAt,
      finishedAt: policyPreviews.finishedAt,
      isOfTerms: sql<boolean>`${policyPreviews.terms} is not null`,
    })
    .from(policyPreviews)
    .innerJoin(channels, and(eq(channels.sellerId, policyPreviews.sellerId), eq(channels.id, policyPreviews.channelId)))
    .where(and(eq(policyPreviews.sellerId, sellerId), eq(policyPreviews.id, id)));
  return row ?? null;
}
export type PreviewState = NonNullable<Awaited<ReturnType<typeof findPreview>>>;

/** What a preview is about; null when it is over or forgotten. */
export async function findRunningPreview(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      channelId: policyPreviews.channelId,
      terms: policyPreviews.terms,
      operation: policyPreviews.operation,
      createdAt: policyPreviews.createdAt,
    })
    .from(policyPreviews)
    .where(and(eq(policyPreviews.sellerId, sellerId), eq(policyPreviews.id, id), eq(policyPreviews.state, "running")));
  return row ?? null;
}

export async function updatePreview(
  tx: Tx,
  sellerId: string,
  id: string,
  values: Partial<typeof policyPreviews.$inferInsert>,
): Promise<void> {
  await tx
    .update(policyPreviews)
    .set(values)
    .where(and(eq(policyPreviews.sellerId, sellerId), eq(policyPreviews.id, id)));
}

/** Forgets what an interrupted run has written: a preview starts from the beginning. */
export async function clearPreviewChanges(tx: Tx, sellerId: string, previewId: string): Promise<void> {
  await tx
    .delete(previewChanges)
    .where(and(eq(previewChanges.sellerId, sellerId), eq(previewChanges.previewId, previewId)));
}
