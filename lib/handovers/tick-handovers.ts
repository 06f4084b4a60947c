import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { handovers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import { isUndoing } from "@/lib/policy/machines/return/kinds-of-status";
import { lastHandoverEnds } from "./handover-ends";

export type Tick = { returnIds: readonly string[] };

/** A hand-over that was not open any more: who had ticked it and when; without a name a report did. */
type TickedBefore = { returnId: string; by: "person" | "report"; name: string | null; at: Date };

/**
 * Ticks what was decided here as done on the marketplace, by a person (P-19). Answers which had been open, and who was
 * faster with the others.
 */
export const tickHandovers = (ctx: Ctx, { returnIds }: Tick): Promise<{ ticked: string[]; before: TickedBefore[] }> =>
  withSeller(ctx.db, ctx.sellerId, async (tx) => {
    const ticked = await endHandovers(tx, ctx, { returnIds, by: "person" });
    const rest = returnIds.filter((id) => !ticked.includes(id));
    const ends = rest.length > 0 ? await lastHandoverEnds(tx, ctx.sellerId, rest) : [];
    return {
      ticked,
      before: ends.flatMap(({ returnId, doneAt, doneBy, actorName }) =>
        doneAt && doneBy && !isUndoing(doneBy) ? [{ returnId, by: doneBy, name: actorName, at: doneAt }] : [],
      ),
    };
  });

/** Ends the open hand-overs of these returns and says in each history who saw that it was done. */
export async function endHandovers(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { returnIds, by, importId }: Tick & { by: "person" | "report"; importId?: string },
): Promise<string[]> {
  const existing = await lockReturns(tx, sellerId, returnIds);
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
