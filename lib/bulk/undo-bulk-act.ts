import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Actor } from "@/lib/policy/actor";
import { moveReturns } from "@/lib/returns/move-returns";
import { listMovedIds } from "./bulk-acts";

type Undo = { sellerId: string; bulkActId: string; actor: Actor; now: Date };

/**
 * Takes back what a bulk act decided, as far as each decision can still be undone (P-03). Answers how many were; when none
 * could be, refuses with the reason of the first.
 */
export async function undoBulkAct(
  db: Db,
  { sellerId, bulkActId, actor, now }: Undo,
): Promise<Result<{ undone: number; kept: number }, Refusal>> {
  const ids = await withSeller(db, sellerId, (tx) => listMovedIds(tx, sellerId, bulkActId));
  if (ids.length === 0) return refuse({ code: "not_found" });
  const { moved, refused } = await moveReturns(db, { sellerId, ids, request: { move: "undo", bulkActId }, actor, now });
  const [first] = refused;
  return moved.length === 0 && first ? refuse(first.refusal) : ok({ undone: moved.length, kept: refused.length });
}
