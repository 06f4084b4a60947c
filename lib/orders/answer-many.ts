import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { Actor } from "../actor";
import type { ForwarderAnswer } from "../policy/forwarder";
import { ok, type Refusal, type Result, refuse } from "../result";
import { type BulkLimitRefusal, overBulkLimit } from "../returns/member-limits";
import { type Answered, answerForwarder } from "./answer-forwarder";

type Who = { sellerId: string; actor: Actor; now: Date };
type Told = { returnIds: readonly string[]; answer: ForwarderAnswer; deliveredOn: string | null };

export type AnsweredMany = Answered & { refused: { returnId: string; refusal: Refusal }[] };

/**
 * The same answer for several returns, order by order; what cannot be said any more of one does not stop the others.
 * Refuses more at once than the person may decide.
 */
export async function answerMany(
  db: Db,
  who: Who,
  { returnIds, ...told }: Told,
): Promise<Result<AnsweredMany, BulkLimitRefusal>> {
  const { sellerId } = who;
  const ids = [...new Set(returnIds)];
  const over = await withSeller(db, sellerId, (tx) => overBulkLimit(tx, who, ids.length));
  if (over) return refuse(over);
  const outcome: AnsweredMany = { returnIds: [], closedBy: [], refused: [] };
  for (const returnId of ids) {
    // Another return of the same order has brought the answer along.
    if (outcome.returnIds.includes(returnId)) continue;
    const answered = await answerForwarder(db, who, { ...told, returnId });
    if (!answered.ok) {
      outcome.refused.push({ returnId, refusal: answered.refusal });
      continue;
    }
    outcome.returnIds.push(...answered.value.returnIds);
    outcome.closedBy.push(...answered.value.closedBy);
  }
  return ok(outcome);
}
