import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { alsoAsUser, alsoInSeller } from "@/db/tenant";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import { product } from "@/lib/policy/actor";
import { releaseReturns } from "@/lib/returns/release-returns";
import { endSessions } from "./end-sessions";
import { hasOtherOwner, listWorkplacesIn } from "./team";
import { voidOffered } from "./void-offered";

/**
 * Takes the address from an account that only claimed it, for the person who has proved it by mail: that account signs in
 * no more, and every seller it works for reads it. False where the address was proved before, and where a seller would be
 * left without an owner: a new password, mailed to the address, opens such an account instead.
 */
export async function replaceAccount(tx: Tx, { email, now }: { email: string; now: Date }): Promise<boolean> {
  const [claimed] = await tx
    .select({ id: users.id, provenAt: users.emailProvenAt, isSupport: users.isSupport })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.replacedAt)))
    .for("update");
  if (!claimed || claimed.provenAt !== null || claimed.isSupport) return false;
  const userId = claimed.id;
  const places = await alsoAsUser(tx, userId, () => listWorkplacesIn(tx, userId));
  for (const { sellerId, role } of places)
    if (role === "owner" && !(await alsoInSeller(tx, sellerId, () => hasOtherOwner(tx, sellerId, userId))))
      return false;
  for (const { sellerId } of places) await alsoInSeller(tx, sellerId, () => leave(tx, { sellerId, userId, now }));
  await tx.update(users).set({ replacedAt: now, isActive: false }).where(eq(users.id, userId));
  await endSessions(tx, { userId }, now);
  return true;
}

async function leave(
  tx: Tx,
  { sellerId, userId, now }: { sellerId: string; userId: string; now: Date },
): Promise<void> {
  await voidOffered(tx, { sellerId, userId, now });
  await tx
    .update(memberships)
    .set({ deactivatedAt: now })
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
  await releaseReturns(tx, { sellerId, userId, actor: product("accounts"), now });
  await addSellerEvent(tx, {
    sellerId,
    kind: "account_replaced",
    actor: product("accounts"),
    now,
    subject: { kind: "user", id: userId },
  });
}
