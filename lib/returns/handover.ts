import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { listMoveSubjects, lockReturns } from "@/db/queries/move-subjects";
import { handovers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { Actor } from "../actor";
import { newId } from "../ids";
import { isInConflict } from "../policy/lifecycle";
import { ok, type Refusal, type Result, refuse } from "../result";
import { addEvents } from "./add-events";
import { subjectOf } from "./move-subject";

type Tick = { sellerId: string; ids: readonly string[]; actor: Actor; now: Date };

/** Ticks what was decided here as done on the marketplace, by a person (P-19). Answers which had been open. */
export const tickHandovers = (db: Db, tick: Tick): Promise<{ ticked: string[] }> =>
  withSeller(db, tick.sellerId, async (tx) => ({ ticked: await endHandovers(tx, { ...tick, by: "person" }) }));

/** Ends the open hand-overs of these returns and says in each history who saw that it was done. */
export async function endHandovers(
  tx: Tx,
  { sellerId, ids, actor, now, by, importId }: Tick & { by: "person" | "report"; importId?: string },
): Promise<string[]> {
  const existing = await lockReturns(tx, sellerId, ids);
  if (existing.size === 0) return [];
  const ended = await tx
    .update(handovers)
    .set({ doneAt: now, doneBy: by })
    .where(and(eq(handovers.sellerId, sellerId), inArray(handovers.returnId, [...existing]), isNull(handovers.doneAt)))
    .returning({ returnId: handovers.returnId, move: handovers.move });
  await addEvents(
    tx,
    ended.map(({ returnId, move }) => ({
      sellerId,
      returnId,
      kind: "handed_over",
      actor,
      now,
      data: { move, by },
      importId,
    })),
  );
  return ended.map(({ returnId }) => returnId);
}

/**
 * P-24, *keep ours*: the marketplace says something else than was decided here, and a person stands by the decision,
 * so the hand-over opens again. Refuses `not_found` and `no_conflict`.
 */
export const keepOurs = (
  db: Db,
  { sellerId, returnId, actor, now }: Omit<Tick, "ids"> & { returnId: string },
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, [returnId]);
    const [row] = existing.size > 0 ? await listMoveSubjects(tx, sellerId, [returnId]) : [];
    if (!row) return refuse({ code: "not_found" });
    const subject = subjectOf(row);
    const move = subject.lastMove;
    if (!isInConflict(subject) || move === null || move === "adopt") return refuse({ code: "no_conflict" });
    if (!subject.openHandover)
      await tx.insert(handovers).values({ sellerId, id: newId(), returnId, move, openedAt: now });
    await addEvents(tx, [
      { sellerId, returnId, kind: "kept_ours", actor, now, data: { move, reported: row.reportedStatus } },
    ]);
    return ok(null);
  });
