import { handovers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import { isInConflict, needsSettling } from "@/lib/policy/machines/return/conflict";
import { isOwnChoice } from "@/lib/policy/machines/return/move-names";
import { listMoveSubjects } from "./move-subjects";

/**
 * P-24, *keep ours*: the marketplace says something else than was decided here, and a person stands by the decision,
 * so the hand-over opens again. Refuses `not_found` and `no_conflict`; kept already is as good.
 */
export const keepOurs = (
  { db, sellerId, actor, now }: Ctx,
  { returnId }: { returnId: string },
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, [returnId]);
    const [subject] = existing.size > 0 ? await listMoveSubjects(tx, sellerId, [returnId]) : [];
    if (!subject) return refuse({ code: "not_found" });
    const move = subject.lastMove;
    if (!isInConflict(subject) || !isOwnChoice(move)) return refuse({ code: "no_conflict" });
    if (!needsSettling(subject)) return ok(null);
    if (!subject.openHandover)
      await tx.insert(handovers).values({ sellerId, id: newId(), returnId, move, openedAt: now });
    await addEvents(tx, [
      { sellerId, returnId, kind: "kept_ours", actor, now, data: { move, reported: subject.reportedWord } },
    ]);
    return ok(null);
  });
