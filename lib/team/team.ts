import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";

/** When somebody last signed in to look at this seller; null: never, as far as sessions are kept. */
const lastSignInAt = sql<Date | null>`(
  select max(s.created_at) from sessions s where s.user_id = memberships.user_id and s.seller_id = memberships.seller_id
)`.mapWith((at: string | Date | null) => (at === null ? null : new Date(at)));

/** How many returns that are not closed are this person's task. */
const openAssigned = sql<number>`(
  select count(*) from returns r
  where r.seller_id = memberships.seller_id and r.assignee_id = memberships.user_id and r.tab <> 'closed'
)`.mapWith(Number);

/** Everybody who works or worked for the seller, by name. */
export function listMembers(tx: Tx, sellerId: string) {
  return tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      deactivatedAt: memberships.deactivatedAt,
      bulkLimit: memberships.bulkLimit,
      refundLimits: memberships.refundLimits,
      lastSignInAt,
      openAssigned,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.sellerId, sellerId))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
}

export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** A person of the seller by their address, with whether they still work there; null when there is none. */
export async function findMemberByEmail(tx: Tx, sellerId: string, email: string) {
  const [row] = await tx
    .select({ userId: users.id, deactivatedAt: memberships.deactivatedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.sellerId, sellerId), eq(users.email, email), isNull(users.replacedAt)));
  return row ?? null;
}

/** The sellers a person works for now, oldest membership first; in a transaction of theirs. */
export const listWorkplacesIn = (tx: Tx, userId: string) =>
  tx
    .select({ sellerId: memberships.sellerId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), isNull(memberships.deactivatedAt)))
    .orderBy(asc(memberships.createdAt), asc(memberships.sellerId));

/** Whether somebody else owns the seller too, and can still sign in. */
export async function hasOtherOwner(tx: Tx, sellerId: string, userId: string): Promise<boolean> {
  const others = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), users.isActive))
    .where(
      and(
        eq(memberships.sellerId, sellerId),
        eq(memberships.role, "owner"),
        ne(memberships.userId, userId),
        isNull(memberships.deactivatedAt),
      ),
    )
    .for("update", { of: memberships })
    .limit(1);
  return others.length > 0;
}
