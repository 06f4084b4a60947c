import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";
import { addEvents } from "@/lib/platform/moves/add-events";
import type { Actor } from "@/lib/policy/actor";
import { lockAssignedTo } from "./assignees";

type Release = { sellerId: string; userId: string; actor: Actor; now: Date };

/** Makes all open returns of somebody nobody's task, each with an event; answers how many. The caller holds the member. */
export async function releaseReturns(tx: Tx, { sellerId, userId, actor, now }: Release): Promise<number> {
  const rows = await lockAssignedTo(tx, sellerId, userId);
  if (rows.length === 0) return 0;
  const batch = newId();
  await addEvents(
    tx,
    rows.map(({ id, assigneeName }) => ({
      sellerId,
      returnId: id,
      kind: "assigned" as const,
      actor,
      now,
      data: { before: { id: userId, name: assigneeName }, assignee: null, batch },
    })),
  );
  await tx
    .update(returns)
    .set({ assigneeId: null })
    .where(and(eq(returns.sellerId, sellerId), eq(returns.assigneeId, userId), ne(returns.tab, "closed")));
  return rows.length;
}
