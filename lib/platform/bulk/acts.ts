import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkActs, bulkItems } from "@/db/schema";
import { inputRows } from "@/db/write-set";

/** Of any machine: that it is one of its moves for many is the table's own check. */
type NewBulkAct = Omit<typeof bulkActs.$inferInsert, "sellerId" | "finishedAt">;

/** Takes a client's key for a new bulk act; false: the key is taken, and this is the same submit again. */
export async function insertBulkAct(tx: Tx, sellerId: string, bulkAct: NewBulkAct): Promise<boolean> {
  const rows = await tx
    .insert(bulkActs)
    .values({ sellerId, ...bulkAct })
    .onConflictDoNothing({ target: [bulkActs.sellerId, bulkActs.key] })
    .returning({ id: bulkActs.id });
  return rows.length > 0;
}

export async function findBulkActByKey(tx: Tx, sellerId: string, key: string) {
  const [row] = await tx
    .select({ id: bulkActs.id, total: bulkActs.total, state: bulkActs.state })
    .from(bulkActs)
    .where(and(eq(bulkActs.sellerId, sellerId), eq(bulkActs.key, key)));
  return row ?? null;
}

/** Lists the subjects of an act with their places. */
export async function insertBulkItems(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  ids: readonly string[],
): Promise<void> {
  const rows = ids.map((id, position) => ({ id, position }));
  await tx.execute(sql`
    insert into bulk_items (seller_id, bulk_act_id, position, subject_id)
    select ${sellerId}::uuid, ${bulkActId}::uuid, input.position, input.id
    from ${inputRows(rows, "id uuid, position int")}`);
}

/** The worker finds the act from `dueAt` on; for one that runs in its own request that is the net below it. */
export async function insertBulkWork(tx: Tx, sellerId: string, bulkActId: string, dueAt: Date): Promise<void> {
  await tx.execute(sql`insert into work_items (seller_id, kind, id, due_at)
    values (${sellerId}, 'bulk', ${bulkActId}, ${dueAt.toISOString()}::timestamptz)`);
}

/** What an act is to do, marked as running; null when it is done or not the seller's. */
export async function startBulkAct(tx: Tx, sellerId: string, bulkActId: string) {
  const [row] = await tx
    .update(bulkActs)
    .set({ state: "running" })
    .where(
      and(eq(bulkActs.sellerId, sellerId), eq(bulkActs.id, bulkActId), inArray(bulkActs.state, ["queued", "running"])),
    )
    .returning({
      subjectKind: bulkActs.subjectKind,
      input: bulkActs.input,
      createdBy: bulkActs.createdBy,
      createdByName: bulkActs.createdByName,
    });
  return row ?? null;
}

/** The next subjects of an act without an outcome. Locked: a rival waits here and then finds them done. */
export async function lockPendingItems(tx: Tx, sellerId: string, bulkActId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: bulkItems.subjectId })
    .from(bulkItems)
    .where(and(eq(bulkItems.sellerId, sellerId), eq(bulkItems.bulkActId, bulkActId), isNull(bulkItems.outcome)))
    .orderBy(asc(bulkItems.position))
    .limit(limit)
    .for("update", { of: bulkItems });
  return rows.map(({ id }) => id);
}

type Outcome = { subjectId: string; outcome: "moved" | "refused"; refusal: object | null };

export async function writeOutcomes(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.execute(sql`
    update bulk_items i set outcome = input.outcome, refusal = input.refusal
    from ${inputRows(outcomes, "subject_id uuid, outcome text, refusal jsonb")}
    where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.subject_id = input.subject_id`);
}

/**
 * Closes an act that has no subject without an outcome left, and takes it off the worker's list; false: it is not done,
 * or was already. `isSeen`: its starter sees the outcome at once and need not be told.
 */
export async function finishBulkAct(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  { now, isSeen }: { now: Date; isSeen: boolean },
): Promise<boolean> {
  const at = now.toISOString();
  const rows = await tx.execute(sql`
    with done as (
      update bulk_acts set state = 'done', finished_at = ${at}::timestamptz,
        seen_at = case when ${isSeen}::boolean then ${at}::timestamptz end
      where seller_id = ${sellerId} and id = ${bulkActId} and state <> 'done'
        and not exists (
          select from bulk_items i where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.outcome is null
        )
      returning id
    ), gone as (
      delete from work_items where seller_id = ${sellerId} and kind = 'bulk' and id in (select id from done)
    )
    select id from done`);
  return rows.length > 0;
}

/**
 * Ends subjects of an act that have no outcome yet with a reason of the act's own, the first `limit` or all; answers how
 * many. A piece of work under way is waited for and keeps its outcomes.
 */
export async function refusePending(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  { code, limit }: { code: "not_done" | "stopped"; limit: number | null },
): Promise<number> {
  const rows = await tx.execute(sql`
    with next as (
      select position from bulk_items
      where seller_id = ${sellerId} and bulk_act_id = ${bulkActId} and outcome is null
      order by position limit ${limit}::bigint for update
    )
    update bulk_items i set outcome = 'refused', refusal = jsonb_build_object('code', ${code}::text)
    from next where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.position = next.position
    returning i.position`);
  return rows.length;
}
