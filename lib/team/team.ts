import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { oneOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { minorToDecimal } from "@/lib/kernel/money";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";

/** When somebody last signed in to look at this seller; null: never, as far as sessions are kept. */
const lastSignInAt = (sellerId: string) =>
  sql<Date | null>`(
  select max(s.created_at) from sessions s where s.user_id = memberships.user_id and s.seller_id = ${sellerId}
)`.mapWith((at: string | Date | null) => (at === null ? null : new Date(at)));

/** How many returns that are not closed are this person's task. */
const openAssigned = (sellerId: string) =>
  sql<number>`(
  select count(*) from returns r
  where r.seller_id = ${sellerId} and r.assignee_id = memberships.user_id and r.tab <> 'closed'
)`.mapWith(Number);

const readMembers = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: { sellerId: string }) =>
  tx
    .select({
      key,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      deactivatedAt: memberships.deactivatedAt,
      bulkLimit: memberships.bulkLimit,
      refundLimits: memberships.refundLimits,
      refundDayLimits: memberships.refundDayLimits,
      lastSignInAt: lastSignInAt(sellerId),
      openAssigned: openAssigned(sellerId),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type MemberRow = Omit<Awaited<ReturnType<typeof readMembers>>[number], "key">;

/** Whoever was asked to join stands in the file too, and has no name yet. */
type Filed = Partial<Omit<MemberRow, "email" | "role">> & Pick<MemberRow, "email" | "role"> & { invitedUntil?: Date };

const stateOf = ({ invitedUntil, deactivatedAt }: Filed): string =>
  invitedUntil ? "invited" : deactivatedAt ? "deactivated" : "active";
const amountsOf = (limits: Readonly<Record<string, number>> = {}): string =>
  Object.entries(limits)
    .map(([currency, amountMinor]) => `${currency} ${minorToDecimal({ amountMinor, currency })}`)
    .join("; ");

/** Everybody who works for the seller by name, then who did; limits as "USD 20.50". */
export const MEMBERS = list<Filed>()({
  filter: { state: oneOf(["active", "former"]) },
  columns: {
    name: { value: ({ name }) => name ?? null, sort: ["number", "text"] },
    email: { value: ({ email }) => email },
    role: { value: ({ role }) => role },
    state: { value: stateOf },
    refund_limits: { value: ({ refundLimits }) => amountsOf(refundLimits) },
    refund_day_limits: { value: ({ refundDayLimits }) => amountsOf(refundDayLimits) },
    bulk_limit: { value: ({ bulkLimit }) => bulkLimit ?? null },
    open_returns: { value: ({ openAssigned: count }) => count ?? null },
    last_sign_in_at: { value: ({ lastSignInAt: at }) => at ?? null },
    deactivated_at: { value: ({ deactivatedAt }) => deactivatedAt ?? null },
    invited_until: { value: ({ invitedUntil }) => invitedUntil ?? null },
  },
  sort: (_filter) => "name",
  sizes: [100],
});

export const MEMBER_LIST = listSql(MEMBERS, {
  table: memberships,
  id: memberships.userId,
  base: ({ sellerId }) => eq(memberships.sellerId, sellerId),
  filter: {
    state: (state) => (state === "active" ? isNull(memberships.deactivatedAt) : isNotNull(memberships.deactivatedAt)),
  },
  sort: { name: [sql`(${memberships.deactivatedAt} is not null)::int`, users.name] },
  read: readMembers,
});

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
