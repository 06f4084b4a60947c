import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkActs, bulkItems } from "@/db/schema";

const ofBulkAct = (sellerId: string, bulkActId: string) =>
  and(eq(bulkItems.sellerId, sellerId), eq(bulkItems.bulkActId, bulkActId));

/** A bulk act with its counts, in one statement; null when it is not the seller's. */
export async function findBulkAct(tx: Tx, sellerId: string, bulkActId: string) {
  const [row] = await tx
    .select({
      id: bulkActs.id,
      subjectKind: bulkActs.subjectKind,
      kind: bulkActs.kind,
      state: bulkActs.state,
      input: bulkActs.input,
      total: bulkActs.total,
      createdBy: bulkActs.createdBy,
      createdByName: bulkActs.createdByName,
      createdAt: bulkActs.createdAt,
      finishedAt: bulkActs.finishedAt,
      seenAt: bulkActs.seenAt,
      moved: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(bulkActs)
    .leftJoin(bulkItems, and(eq(bulkItems.sellerId, bulkActs.sellerId), eq(bulkItems.bulkActId, bulkActs.id)))
    .where(and(eq(bulkActs.sellerId, sellerId), eq(bulkActs.id, bulkActId)))
    .groupBy(bulkActs.sellerId, bulkActs.id);
  return row ?? null;
}

/** The subjects that a bulk act moved. */
export async function listMovedIds(tx: Tx, sellerId: string, bulkActId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: bulkItems.subjectId })
    .from(bulkItems)
    .where(and(ofBulkAct(sellerId, bulkActId), eq(bulkItems.outcome, "moved")));
  return rows.map((row) => row.id);
}

/** Why a bulk act refused subjects, the most frequent reason first. */
export async function countRefusals(tx: Tx, sellerId: string, bulkActId: string) {
  const code = sql<string>`${bulkItems.refusal}->>'code'`;
  const count = sql<number>`count(*)`.mapWith(Number);
  return tx
    .select({ code, count })
    .from(bulkItems)
    .where(and(ofBulkAct(sellerId, bulkActId), eq(bulkItems.outcome, "refused")))
    .groupBy(sql`1`)
    .orderBy(desc(count), sql`1`);
}

/** The subjects that a bulk act refused for one of these reasons. */
export async function listRefusedIds(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: bulkItems.subjectId })
    .from(bulkItems)
    .where(and(ofBulkAct(sellerId, bulkActId), inArray(sql`${bulkItems.refusal}->>'code'`, [...codes])))
    .orderBy(asc(bulkItems.position));
  return rows.map((row) => row.id);
}
