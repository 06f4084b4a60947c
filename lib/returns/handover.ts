import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { lastHandoverEnds } from "@/db/queries/handover-ends";
import { listMoveSubjects, lockReturns } from "@/db/queries/move-subjects";
import { handovers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { Actor } from "../actor";
import { newId } from "../ids";
import { isInConflict, needsSettling } from "../policy/lifecycle";
import { isReopenable } from "../policy/reopenable";
import { ok, type Refusal, type Result, refuse } from "../result";
import { addEvents } from "./add-events";
import { subjectOf } from "./move-subject";

type Tick = { sellerId: string; ids: readonly string[]; actor: Actor; now: Date };

/** A hand-over that was not open any more: who had ticked it and when; without a name a report did. */
type TickedBefore = { returnId: string; by: "person" | "report"; name: string | null; at: Date };

/**
 * Ticks what was decided here as done on the marketplace, by a person (P-19). Answers which had been open, and who was
 * faster with the others.
 */
export const tickHandovers = (db: Db, tick: Tick): Promise<{ ticked: string[]; before: TickedBefore[] }> =>
  withSeller(db, tick.sellerId, async (tx) => {
    const ticked = await endHandovers(tx, { ...tick, by: "person" });
    const rest = tick.ids.filter((id) => !ticked.includes(id));
    const ends = rest.length > 0 ? await lastHandoverEnds(tx, tick.sellerId, rest) : [];
    return {
      ticked,
      before: ends.flatMap(({ returnId, doneAt, doneBy, actorName }) =>
        doneAt && doneBy && doneBy !== "undo" ? [{ returnId, by: doneBy, name: actorName, at: doneAt }] : [],
      ),
    };
  });

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
 * Takes slips back: opens again what a person had ticked, as long as the decision is the last one and no report shows it
 * done. Answers which are open again; whoever comes second finds nothing to do.
 */
export const reopenHandovers = (db: Db, { sellerId, ids, actor, now }: Tick): Promise<{ reopened: string[] }> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, ids);
    if (existing.size === 0) return { reopened: [] };
    const subjects = new Map(
      (await listMoveSubjects(tx, sellerId, [...existing])).map((row) => [row.id, subjectOf(row)]),
    );
    const slips = (await lastHandoverEnds(tx, sellerId, [...existing])).filter((end) => {
      const subject = subjects.get(end.returnId);
      return subject !== undefined && isReopenable(end, subject);
    });
    if (slips.length === 0) return { reopened: [] };
    await tx
      .update(handovers)
      .set({ doneAt: null, doneBy: null })
      .where(
        and(
          eq(handovers.sellerId, sellerId),
          inArray(
            handovers.id,
            slips.map(({ id }) => id),
          ),
        ),
      );
    await addEvents(
      tx,
      slips.map(({ returnId, move }) => ({
        sellerId,
        returnId,
        kind: "handover_reopened",
        actor,
        now,
        data: { move },
      })),
    );
    return { reopened: slips.map(({ returnId }) => returnId) };
  });

/**
 * P-24, *keep ours*: the marketplace says something else than was decided here, and a person stands by the decision,
 * so the hand-over opens again. Refuses `not_found` and `no_conflict`; kept already is as good.
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
    if (!needsSettling(subject)) return ok(null);
    if (!subject.openHandover)
      await tx.insert(handovers).values({ sellerId, id: newId(), returnId, move, openedAt: now });
    await addEvents(tx, [
      { sellerId, returnId, kind: "kept_ours", actor, now, data: { move, reported: row.reportedStatus } },
    ]);
    return ok(null);
  });
