import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invites, memberships, passwordResets, sellers, users } from "@/db/schema";

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
    .where(
      and(eq(invites.sellerId, sellerId), eq(invites.id, id), isNull(invites.acceptedAt), isNull(invites.revokedAt)),
    );
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
    .where(and(eq(passwordResets.id, resetId), isNull(passwordResets.usedAt), isNull(passwordResets.voidAt)));
  return row ?? null;
}

/** Whom a letter about their own account is for; null for whoever is no member of this seller. */
export async function findAccountLetter(tx: Tx, sellerId: string, userId: string) {
  const [row] = await tx
    .select({
      user: { id: users.id, name: users.name, email: users.email, locale: users.locale },
      seller: { name: sellers.name, locale: sellers.locale },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(sellers, eq(sellers.id, memberships.sellerId))
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
  return row ?? null;
}
