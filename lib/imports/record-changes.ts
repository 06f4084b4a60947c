import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows } from "@/db/write-set";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { BatchContext } from "./batch-context";
import type { KnownOrderLine, KnownReturn } from "./import-world";
import type { OrderPlan } from "./plan-order";
import type { ChangedReturn } from "./write-changed-returns";
import { type OrderFacts, orderFactsOf } from "./write-orders";

/** A changed return as it stood: what undoing the import puts back. */
export type BeforeImage = {
  row: KnownReturn & { orderId: string; orderedOn: string; evaluation: Evaluation };
  lines: KnownOrderLine[];
  /** Missing in what was imported before orders were. */
  order?: OrderFacts;
  hasMoved: boolean;
};

type Done = {
  found: readonly { id: string }[];
  changed: readonly ChangedReturn[];
  /** By the report, or by automation. */
  moved: ReadonlySet<string>;
  judged: ReadonlyMap<string, { evaluation: Evaluation }>;
};

/** Keeps what the import did to each return, how it stood before, and its version now. */
export async function recordChanges(
  tx: Tx,
  { found, changed, moved, judged }: Done,
  plans: readonly OrderPlan[],
  { sellerId, importId }: BatchContext,
): Promise<void> {
  const orderOf = new Map(plans.flatMap((plan) => plan.returns.map(({ after }) => [after.id, plan.before] as const)));
  const images = changed.flatMap(({ before }) => {
    const order = orderOf.get(before.id);
    const evaluation = judged.get(before.id)?.evaluation;
    if (!order || !evaluation) return [];
    const ids = new Set(before.lines.map(({ orderLineId }) => orderLineId));
    const image: BeforeImage = {
      row: { ...before, orderId: order.id, orderedOn: order.orderedOn, evaluation },
      lines: order.lines.filter(({ id }) => ids.has(id)),
      order: orderFactsOf(order),
      hasMoved: moved.has(before.id),
    };
    return [{ id: before.id, kind: "changed", before: image }];
  });
  const rows = [...found.map(({ id }) => ({ id, kind: "new", before: null })), ...images];
  if (rows.length === 0) return;
  // A second file of the same import may change the same return again: how it first stood is kept.
  await tx.execute(sql`
    insert into import_changes (seller_id, import_id, return_id, kind, before, version_after)
    select ${sellerId}, ${importId}, r.id, input.kind, input.before, r.version
    from ${inputRows(rows, "id uuid, kind text, before jsonb")}
    join returns r on r.seller_id = ${sellerId} and r.id = input.id
    on conflict (seller_id, import_id, return_id) do update set version_after = excluded.version_after,
      before = case when (excluded.before->>'hasMoved')::boolean and import_changes.before is not null
        then jsonb_set(import_changes.before, '{hasMoved}', 'true') else import_changes.before end`);
}
