import { and, desc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkActs } from "@/db/schema";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";

// Written out: in a sub-select drizzle would leave the table's name away.
const counted = (sellerId: string, outcome: "moved" | "refused") =>
  sql<number>`(select count(*) from bulk_items i
    where i.seller_id = ${sellerId} and i.bulk_act_id = bulk_acts.id and i.outcome = ${outcome})`.mapWith(Number);

const columnsOf = (sellerId: string) => ({
  id: bulkActs.id,
  kind: bulkActs.kind,
  state: bulkActs.state,
  total: bulkActs.total,
  createdByName: bulkActs.createdByName,
  createdAt: bulkActs.createdAt,
  finishedAt: bulkActs.finishedAt,
  moved: counted(sellerId, "moved"),
  refused: counted(sellerId, "refused"),
  /** Asked for, but no return of this seller. */
  notFound: sql<number>`coalesce(jsonb_array_length(${bulkActs.input}->'notFound'), 0)`.mapWith(Number),
});

const readBulkActs = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: { sellerId: string }) =>
  tx
    .select({ ...columnsOf(sellerId), key })
    .from(bulkActs)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type BulkActRow = Omit<Awaited<ReturnType<typeof readBulkActs>>[number], "key">;

/** The acts of a shop on many returns, newest first. */
export const BULK_ACTS = list<BulkActRow>()({
  filter: {},
  columns: {
    started_at: { value: ({ createdAt }) => createdAt, sort: "instant" },
    finished_at: { value: ({ finishedAt }) => finishedAt },
    act: { value: ({ kind }) => kind },
    state: { value: ({ state }) => state },
    by: { value: ({ createdByName }) => createdByName },
    total: { value: ({ total }) => total },
    done: { value: ({ moved }) => moved },
    refused: { value: ({ refused }) => refused },
    not_found: { value: ({ notFound }) => notFound },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-started_at",
  sizes: [25],
});

export const BULK_ACT_LIST = listSql(BULK_ACTS, {
  table: bulkActs,
  id: bulkActs.id,
  base: ({ sellerId }) => eq(bulkActs.sellerId, sellerId),
  filter: {},
  sort: { started_at: bulkActs.createdAt },
  read: readBulkActs,
});

/** What somebody has started that runs, or has ended without their having seen it; newest first. */
export function listOwnNews(
  tx: Tx,
  sellerId: string,
  userId: string,
  { since, limit }: { since: Date; limit: number },
) {
  return tx
    .select(columnsOf(sellerId))
    .from(bulkActs)
    .where(
      and(
        eq(bulkActs.sellerId, sellerId),
        eq(bulkActs.createdBy, userId),
        gt(bulkActs.createdAt, since),
        or(ne(bulkActs.state, "done"), isNull(bulkActs.seenAt)),
      ),
    )
    .orderBy(desc(bulkActs.createdAt), desc(bulkActs.id))
    .limit(limit);
}

/** Only its starter's look counts; the first one stays. */
export async function markBulkActSeen(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  await tx
    .update(bulkActs)
    .set({ seenAt: now })
    .where(
      and(
        eq(bulkActs.sellerId, sellerId),
        eq(bulkActs.id, bulkActId),
        eq(bulkActs.createdBy, userId),
        eq(bulkActs.state, "done"),
        isNull(bulkActs.seenAt),
      ),
    );
}
