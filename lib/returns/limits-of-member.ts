import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema";

/** What one member may do in one act; null for whoever is no member. */
export async function findMemberLimits(tx: Tx, sellerId: string, userId: string) {
  const [row] = await tx
    .select({ bulkLimit: memberships.bulkLimit, refundLimits: memberships.refundLimits })
    .from(memberships)
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
  return row ?? null;
}
