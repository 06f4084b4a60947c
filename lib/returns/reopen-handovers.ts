import { and, eq, inArray } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { lastHandoverEnds } from "@/lib/handovers/handover-ends";
import type { Tick } from "@/lib/handovers/tick-handovers";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import { isReopenable } from "@/lib/policy/machines/return/reopenable";
import { listMoveSubjects } from "./move-subjects";

/**
 * Takes slips back: opens again what a person had ticked, as long as the decision is the last one and no report shows it
 * done. Answers which are open again; whoever comes second finds nothing to do.
 */
export const reopenHandovers = (
  { db, sellerId, actor, now }: Ctx,
  { returnIds }: Tick,
): Promise<{ reopened: string[] }> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, returnIds);
    if (existing.size === 0) return { reopened: [] };
    const subjects = new Map(
      (await listMoveSubjects(tx, sellerId, [...existing])).map((subject) => [subject.id, subject]),
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
