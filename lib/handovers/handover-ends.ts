import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { handovers } from "@/db/schema";

/** The latest hand-over of each of these returns, and who ended it where somebody has. */
export function lastHandoverEnds(tx: Tx, sellerId: string, returnIds: readonly string[]) {
  return tx
    .selectDistinctOn([handovers.returnId], {
      id: handovers.id,
      returnId: handovers.returnId,
      move: handovers.move,
      doneAt: handovers.doneAt,
      doneBy: handovers.doneBy,
      actorName: sql<string | null>`(
        select e.actor_name from events e
        where e.seller_id = ${sellerId} and e.return_id = handovers.return_id and e.kind = 'handed_over'
        order by e.id desc limit 1)`,
    })
    .from(handovers)
    .where(and(eq(handovers.sellerId, sellerId), inArray(handovers.returnId, [...returnIds])))
    .orderBy(handovers.returnId, desc(handovers.id));
}
