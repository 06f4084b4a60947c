import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findBulkActByKey } from "@/lib/platform/bulk/acts";
import { type Begun, beginBulk, doAtOnce } from "@/lib/platform/bulk/bulk";
import type { Actor } from "@/lib/policy/actor";
import { type BulkLimitRefusal, overBulkLimit, type RefundSumRefusal } from "@/lib/returns/member-limits";
import { type SelectRefusal, selectReturns } from "@/lib/returns/select-returns";
import type { Selection } from "@/lib/returns/shared/selection";
import type { BulkRequest } from "./bulk-request";
import { refusedRefundSum } from "./refused-refund-sum";
import { BULK_SUBJECTS, returnsInBulk } from "./returns-in-bulk";

type Bulk = {
  sellerId: string;
  /** Made by the client once for each intent: the same key again is the same act. */
  key: string;
  selection: Selection;
  request: BulkRequest;
  actor: Actor & { id: string; name: string };
  now: Date;
};
export type BulkRefusal = SelectRefusal | BulkLimitRefusal | RefundSumRefusal;

/** Chooses the returns and judges whether one person may do so much at once, in the transaction that writes it down. */
function begin(db: Db, bulk: Bulk): Promise<Result<Begun, BulkRefusal>> {
  const { sellerId, key, request, actor, selection } = bulk;
  return withSeller(db, sellerId, async (tx) => {
    const known = await findBulkActByKey(tx, sellerId, key);
    if (known) return ok({ bulkActId: known.id, isNew: false, total: known.total });
    const selected = await selectReturns(tx, sellerId, selection);
    if (!selected.ok) return selected;
    const ids = selected.value;
    const over = (await overBulkLimit(tx, bulk, ids.length)) ?? (await refusedRefundSum(tx, bulk, ids));
    if (over) return refuse(over);
    return ok(await beginBulk(tx, returnsInBulk, { sellerId, actor, now: bulk.now }, { key, ids, request }));
  });
}

/**
 * Authorizes or closes a whole selection as one act with an outcome for each return (S1-16). Up to 1,000 are done here;
 * what is more, or is left over by a crash, is done by the worker.
 */
export async function runBulk(db: Db, bulk: Bulk): Promise<Result<{ bulkActId: string; total: number }, BulkRefusal>> {
  const begun = await begin(db, bulk);
  if (!begun.ok) return begun;
  await doAtOnce(db, BULK_SUBJECTS, bulk, begun.value);
  const { bulkActId, total } = begun.value;
  return ok({ bulkActId, total });
}
