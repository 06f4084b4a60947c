import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { labelPrints, workItems } from "@/db/schema";

type NewPrint = Pick<
  typeof labelPrints.$inferInsert,
  "id" | "returnIds" | "options" | "total" | "createdBy" | "createdAt"
>;

/** Has the worker draw; an id that was sent before is the same print. */
export async function insertPrint(tx: Tx, sellerId: string, print: NewPrint): Promise<void> {
  const rows = await tx
    .insert(labelPrints)
    .values({ sellerId, ...print, state: "running" })
    .onConflictDoNothing()
    .returning({ id: labelPrints.id });
  if (rows.length > 0) await tx.insert(workItems).values({ sellerId, kind: "labels", id: print.id, dueAt: sql`now()` });
}

const isPrint = (sellerId: string, id: string) => and(eq(labelPrints.sellerId, sellerId), eq(labelPrints.id, id));

const progress = { id: labelPrints.id, state: labelPrints.state, total: labelPrints.total, done: labelPrints.done };

/** What somebody has had drawn since then, newest first. */
export function listOwnPrints(
  tx: Tx,
  sellerId: string,
  userId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<PrintState[]> {
  return tx
    .select(progress)
    .from(labelPrints)
    .where(and(eq(labelPrints.sellerId, sellerId), eq(labelPrints.createdBy, userId), gt(labelPrints.createdAt, since)))
    .orderBy(desc(labelPrints.createdAt), desc(labelPrints.id))
    .limit(limit);
}

/** How far a print has come; null when it is not the seller's. */
export async function findPrint(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx.select(progress).from(labelPrints).where(isPrint(sellerId, id));
  return row ?? null;
}
export type PrintState = NonNullable<Awaited<ReturnType<typeof findPrint>>>;

/** What is still to be drawn, and for whom; null when it is over. */
export async function findRunningPrint(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({ returnIds: labelPrints.returnIds, options: labelPrints.options, createdBy: labelPrints.createdBy })
    .from(labelPrints)
    .where(and(isPrint(sellerId, id), eq(labelPrints.state, "running")));
  return row ?? null;
}

export async function updatePrint(
  tx: Tx,
  sellerId: string,
  id: string,
  change: Partial<Pick<typeof labelPrints.$inferInsert, "state" | "done" | "failure">>,
): Promise<void> {
  await tx.update(labelPrints).set(change).where(isPrint(sellerId, id));
}
