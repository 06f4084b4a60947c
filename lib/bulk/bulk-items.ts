import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, orders, returns } from "@/db/schema";
import { eitherOf, that } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";

// Written out: in a sub-select drizzle would leave the table's name away.
const isUndone = sql<boolean>`coalesce((
  select later.kind = 'undo' from events made
  join events later on later.seller_id = made.seller_id and later.return_id = made.return_id
    and later.id > made.id and later.from_status is not null
  where made.seller_id = bulk_items.seller_id and made.return_id = bulk_items.subject_id and made.bulk_act_id = bulk_items.bulk_act_id
  order by later.id limit 1
), false)`;

const readItems = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({
      key,
      position: bulkItems.position,
      returnId: bulkItems.subjectId,
      outcome: bulkItems.outcome,
      refusal: bulkItems.refusal,
      number: returns.number,
      rma: returns.rma,
      orderNumber: orders.number,
      isUndone,
    })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.sellerId, bulkItems.sellerId), eq(returns.id, bulkItems.subjectId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type BulkItem = Omit<Awaited<ReturnType<typeof readItems>>[number], "key">;

export const BULK_ITEM_SHOWS = ["all", "moved", "refused"] as const;

/** As its file tells it: what was asked for and is no return of the seller has no more than an id. */
type Filed = Omit<BulkItem, "position" | "number" | "orderNumber"> & {
  number: number | null;
  orderNumber: string | null;
  /** The refusal's sentence in the reader's language, which only a file says. */
  reason?: string | null;
};

const outcomeOf = ({ number, isUndone, outcome }: Filed): string =>
  number === null ? "not_found" : isUndone ? "undone" : (outcome ?? "pending");

function factOf({ refusal }: Filed, name: "movedBy" | "movedAt"): string | null {
  const facts: Record<string, unknown> = { ...refusal };
  const said = facts[name];
  return typeof said === "string" ? said : null;
}

/** The returns of a bulk act with what became of each, in the order of the list they were chosen from. */
export const BULK_ITEMS = list<Filed>()({
  filter: {
    show: eitherOf(BULK_ITEM_SHOWS),
    /** The reason that returns were refused for. */
    why: that((code) => /^[a-z_]{1,60}$/.test(code)),
  },
  columns: {
    position: { sort: "number", only: "screen" },
    return: { value: ({ number }) => (number === null ? null : `R-${number}`) },
    rma: { value: ({ rma }) => rma },
    order: { value: ({ orderNumber }) => orderNumber },
    outcome: { value: outcomeOf },
    code: { value: ({ refusal }) => refusal?.code ?? null },
    reason: { value: ({ reason }) => reason ?? null },
    moved_by: { value: (item) => factOf(item, "movedBy") },
    moved_at: { value: (item) => factOf(item, "movedAt") },
    id: { value: ({ returnId }) => returnId },
  },
  sort: (_filter) => "position",
  sizes: [50],
});

export const BULK_ITEM_LIST = listSql(BULK_ITEMS, {
  table: bulkItems,
  id: bulkItems.subjectId,
  base: ({ sellerId, bulkActId }: { sellerId: string; bulkActId: string }) =>
    and(eq(bulkItems.sellerId, sellerId), eq(bulkItems.bulkActId, bulkActId)),
  filter: {
    show: (show) => (show === "all" ? undefined : eq(bulkItems.outcome, show)),
    why: (code) => sql`${bulkItems.refusal}->>'code' = ${code}`,
  },
  sort: { position: bulkItems.position },
  read: readItems,
});

/** How many decisions of a bulk act still stand, and until when the last of them can be taken back; null: none ever. */
export async function findStanding(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
): Promise<{ count: number; until: Date } | null> {
  const [row] = await tx.execute<{ count: number; until: string | null }>(sql`
    select count(*)::int as count, max(last.at + make_interval(secs => p.seconds)) as until
    from bulk_items i
    join returns r on r.seller_id = i.seller_id and r.id = i.subject_id
    join lateral (
      select e.at, e.bulk_act_id from events e
      where e.seller_id = i.seller_id and e.return_id = i.subject_id and e.from_status is not null
      order by e.id desc limit 1
    ) last on last.bulk_act_id = i.bulk_act_id
    join lateral (
      select (operation->>'undoSeconds')::int as seconds from operations
      where operations.seller_id = r.seller_id and operations.channel_id = r.channel_id order by version desc limit 1
    ) p on true
    where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.outcome = 'moved'`);
  return row?.until ? { count: row.count, until: new Date(row.until) } : null;
}
