import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/db/client";
import { invites, memberships, passwordResets, sellers, users } from "@/db/schema";
import { PERMISSIONS_OF, ROLES } from "@/lib/policy/permissions";

const isOpen = and(isNull(invites.acceptedAt), isNull(invites.revokedAt));

const OFFERERS = ROLES.filter((role) => PERMISSIONS_OF[role].includes("team:write"));
const offerer = alias(users, "offerer");
const standing = alias(memberships, "standing");

/** Whether a person may still let others into this seller: an offer is worth what its offerer may do when it is used. */
export async function mayOffer(tx: Tx, sellerId: string, userId: string): Promise<boolean> {
  const found = await tx
    .select({ id: offerer.id })
    .from(standing)
    .innerJoin(offerer, and(eq(offerer.id, standing.userId), offerer.isActive))
    .where(
      and(
        eq(standing.sellerId, sellerId),
        eq(standing.userId, userId),
        isNull(standing.deactivatedAt),
        inArray(standing.role, OFFERERS),
      ),
    );
  return found.length > 0;
}

/** Invites that can still be accepted or have run out, oldest first: those that a team still has to look after. */
export function listOpenInvites(tx: Tx, sellerId: string) {
  return tx
    .select({
      id: invites.id,
      email: invites.email,
      role: invites.role,
      locale: invites.locale,
      inviterName: users.name,
      createdAt: invites.createdAt,
      expiresAt: invites.expiresAt,
    })
    .from(invites)
    .innerJoin(users, eq(users.id, invites.createdBy))
    .where(and(eq(invites.sellerId, sellerId), isOpen))
    .orderBy(asc(invites.id))
    .limit(200);
}

/** An invite in whatever state, with the account its address has by now (`claimed`: nobody proved that it is theirs). */
export async function findInvite(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      email: invites.email,
      role: invites.role,
      locale: invites.locale,
      expiresAt: invites.expiresAt,
      acceptedAt: invites.acceptedAt,
      revokedAt: invites.revokedAt,
      sellerName: sellers.name,
      inviterName: users.name,
      offeredBy: invites.offeredBy,
      account: sql<"proven" | "claimed" | null>`(
        select case when u.email_proven_at is null then 'claimed' else 'proven' end
        from users u where u.email = invites.email and u.replaced_at is null)`,
    })
    .from(invites)
    .innerJoin(sellers, eq(sellers.id, invites.sellerId))
    .innerJoin(users, eq(users.id, invites.createdBy))
    .where(and(eq(invites.sellerId, sellerId), eq(invites.id, id)));
  return row ?? null;
}

/** The row of an invite, held until the transaction ends; null when there is none. */
export async function lockInvite(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      email: invites.email,
      role: invites.role,
      locale: invites.locale,
      offeredBy: invites.offeredBy,
      expiresAt: invites.expiresAt,
      acceptedAt: invites.acceptedAt,
      revokedAt: invites.revokedAt,
    })
    .from(invites)
    .where(and(eq(invites.sellerId, sellerId), eq(invites.id, id)))
    .for("update");
  return row ?? null;
}

/** A reset and whom it is for, whatever its state; null when there is none or its person is not active. */
export async function findReset(db: Pick<Db, "select">, id: string) {
  const [row] = await db
    .select({
      userId: users.id,
      email: users.email,
      isSupport: users.isSupport,
      sellerId: passwordResets.sellerId,
      offeredBy: passwordResets.offeredBy,
      isMailed: passwordResets.isMailed,
      expiresAt: passwordResets.expiresAt,
      usedAt: passwordResets.usedAt,
      voidAt: passwordResets.voidAt,
    })
    .from(passwordResets)
    .innerJoin(users, and(eq(users.id, passwordResets.userId), users.isActive))
    .where(eq(passwordResets.id, id));
  return row ?? null;
}

/** Resets of one person that may still be used, given up. */
export async function voidResets(tx: Pick<Tx, "update">, userId: string, now: Date): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ voidAt: now })
    .where(
      and(
        eq(passwordResets.userId, userId),
        isNull(passwordResets.usedAt),
        isNull(passwordResets.voidAt),
        gt(passwordResets.expiresAt, now),
      ),
    );
}
