import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "../client";
import { invites, memberships, passwordResets, sellers, users } from "../schema";

const isOpen = and(isNull(invites.acceptedAt), isNull(invites.revokedAt));

/** What a letter about an open invite says; null when it is no longer open. */
export async function findInviteLetter(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      email: invites.email,
      role: invites.role,
      locale: invites.locale,
      inviterName: users.name,
      seller: { name: sellers.name, locale: sellers.locale },
    })
    .from(invites)
    .innerJoin(users, eq(users.id, invites.createdBy))
    .innerJoin(sellers, eq(sellers.id, invites.sellerId))
    .where(and(eq(invites.sellerId, sellerId), eq(invites.id, id), isOpen));
  return row ?? null;
}

/** What a letter about an unused reset says, to a member of this seller; null when there is nothing to say. */
export async function findResetLetter(tx: Tx, sellerId: string, resetId: string) {
  const [row] = await tx
    .select({
      user: { id: users.id, name: users.name, email: users.email, locale: users.locale },
      seller: { name: sellers.name, locale: sellers.locale },
    })
    .from(passwordResets)
    .innerJoin(users, and(eq(users.id, passwordResets.userId), users.isActive))
    .innerJoin(
      memberships,
      and(eq(memberships.userId, users.id), eq(memberships.sellerId, sellerId), isNull(memberships.deactivatedAt)),
    )
    .innerJoin(sellers, eq(sellers.id, memberships.sellerId))
    .where(and(eq(passwordResets.id, resetId), isNull(passwordResets.usedAt)));
  return row ?? null;
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

/** An invite in whatever state, with the account its address has by now; null when there is none. */
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
      hasAccount: sql<boolean>`exists (select from users u where u.email = invites.email)`,
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
export async function findReset(db: Db, id: string) {
  const [row] = await db
    .select({
      userId: users.id,
      email: users.email,
      expiresAt: passwordResets.expiresAt,
      usedAt: passwordResets.usedAt,
    })
    .from(passwordResets)
    .innerJoin(users, and(eq(users.id, passwordResets.userId), users.isActive))
    .where(eq(passwordResets.id, id));
  return row ?? null;
}

/** Resets that may still be used, given up: of one person, and with `exceptId` all but this one. */
export async function voidResets(tx: Pick<Tx, "update">, userId: string, now: Date): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ usedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)));
}
