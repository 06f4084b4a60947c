import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invites, users } from "@/db/schema";
import { voidResets } from "./offered-invites";

/**
 * Whatever was offered to an account leads nowhere any more, because where it belongs has changed: links to a new password
 * of whoever made them, and this seller's open invitation. Another seller's asks for a sign-in, and opens nothing of this one.
 */
export async function voidOffered(
  tx: Tx,
  { sellerId, userId, now }: { sellerId: string; userId: string; now: Date },
): Promise<void> {
  await voidResets(tx, userId, now);
  await tx
    .update(invites)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invites.sellerId, sellerId),
        sql`${invites.email} = (select u.email from ${users} u where u.id = ${userId})`,
        isNull(invites.acceptedAt),
        isNull(invites.revokedAt),
      ),
    );
}
