import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { minorToDecimal } from "@/lib/kernel/money";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import type { Actor } from "@/lib/policy/actor";
import { changesBetween } from "@/lib/policy/events/changes";
import type { ShopTold } from "@/lib/policy/events/events";
import type { Role } from "@/lib/policy/permissions";
import { releaseReturns } from "@/lib/returns/release-returns";
import { endSessions } from "./end-sessions";
import type { MemberLimits } from "./member-input";
import { voidOffered } from "./void-offered";

type Member = { sellerId: string; userId: string };
type ByOther = Member & { actor: Actor; now: Date };

/** Lets a person into a seller. */
export const addMember = (
  { db, sellerId, now }: Omit<Ctx, "actor">,
  { userId, role }: { userId: string; role: Role },
): Promise<Result<null, { code: "not_found" | "already_member" }>> =>
  withSeller(db, sellerId, async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!user) return refuse({ code: "not_found" });
    const added = await tx.insert(memberships).values({ sellerId, userId, role }).onConflictDoNothing().returning();
    if (added.length === 0) return refuse({ code: "already_member" });
    await voidOffered(tx, { sellerId, userId, now });
    return ok(null);
  });

export type MemberRefusal = { code: "not_found" | "own_account" | "last_owner" };

/** Gives a member another role and ends their sessions at this seller. Nobody changes their own role. */
export const changeRole = (
  { db, sellerId, actor, now }: Ctx,
  { userId, role }: { userId: string; role: Role },
): Promise<Result<null, MemberRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const member = await guardMember(tx, { sellerId, userId, actor, isLeavingOwners: role !== "owner" });
    if (!member.ok) return member;
    const changes = changesBetween({ role: member.value.role }, { role });
    if (changes.length === 0) return ok(null);
    await tx.update(memberships).set({ role }).where(membershipOf(sellerId, userId));
    await told(tx, { kind: "role_changed", data: { changes } }, { sellerId, userId, actor, now });
    await endSessions(tx, { userId, sellerId }, now);
    return ok(null);
  });

/**
 * Lets a person work here no longer: their sessions at this seller end at once and their open returns become
 * nobody's task. What they did stays theirs. Answers how many returns were let go.
 */
export const deactivateMember = (
  { db, sellerId, actor, now }: Ctx,
  { userId }: { userId: string },
): Promise<Result<{ released: number }, MemberRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const member = await guardMember(tx, { sellerId, userId, actor, isLeavingOwners: true });
    if (!member.ok) return member;
    await tx.update(memberships).set({ deactivatedAt: now }).where(membershipOf(sellerId, userId));
    await voidOffered(tx, { sellerId, userId, now });
    await told(tx, { kind: "member_deactivated" }, { sellerId, userId, actor, now });
    await endSessions(tx, { userId, sellerId }, now);
    return ok({ released: await releaseReturns(tx, { sellerId, userId, actor, now }) });
  });

/** Lets a deactivated person work here again, with the role and the limits they had. */
export const reactivateMember = (
  { db, sellerId, actor, now }: Ctx,
  { userId }: { userId: string },
): Promise<Result<null, { code: "not_found" }>> =>
  withSeller(db, sellerId, async (tx) => {
    const changed = await tx
      .update(memberships)
      .set({ deactivatedAt: null })
      .where(and(membershipOf(sellerId, userId), isNotNull(memberships.deactivatedAt)))
      .returning({ userId: memberships.userId });
    if (changed.length === 0) return refuse({ code: "not_found" });
    await voidOffered(tx, { sellerId, userId, now });
    await told(tx, { kind: "member_reactivated" }, { sellerId, userId, actor, now });
    return ok(null);
  });

/** Sets what a member may do in one act, from the next act on. Nobody sets their own limits. */
export const setLimits = (
  { db, sellerId, actor, now }: Ctx,
  { userId, limits }: { userId: string; limits: MemberLimits },
): Promise<Result<null, MemberRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const member = await guardMember(tx, { sellerId, userId, actor, isLeavingOwners: false });
    if (!member.ok) return member;
    const changes = changesBetween(toldLimits(member.value), toldLimits(limits));
    if (changes.length === 0) return ok(null);
    await tx.update(memberships).set(limits).where(membershipOf(sellerId, userId));
    await told(tx, { kind: "limits_changed", data: { changes } }, { sellerId, userId, actor, now });
    return ok(null);
  });

const membershipOf = (sellerId: string, userId: string) =>
  and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId));

type MemberEvent = Extract<
  ShopTold,
  { kind: "role_changed" | "limits_changed" | "member_deactivated" | "member_reactivated" }
>;

/** What a person did to another's membership goes into the shop's audit; what the product did itself has no person. */
async function told(tx: Tx, act: MemberEvent, { sellerId, userId, actor, now }: ByOther): Promise<void> {
  if (actor.id === null) return;
  await addSellerEvent(tx, { ...act, sellerId, actor, now, subject: { kind: "user", id: userId } });
}

type Guarded = Member & { actor: Actor; isLeavingOwners: boolean };

/** Limits as the audit tells them, refunds as "USD 20.50". */
const toldAmounts = (limits: MemberLimits["refundLimits"]) =>
  Object.entries(limits)
    .map(([currency, amountMinor]) => `${currency} ${minorToDecimal({ amountMinor, currency })}`)
    .sort();
const toldLimits = ({ bulkLimit, refundLimits, refundDayLimits }: MemberLimits) => ({
  bulkLimit,
  refundLimits: toldAmounts(refundLimits),
  refundDayLimits: toldAmounts(refundDayLimits),
});

type Guard = Result<MemberLimits & { role: Role }, MemberRefusal>;

/** Locks the seller's owners and the member, in one order, and looks whether an active owner would remain. */
async function guardMember(tx: Tx, { sellerId, userId, actor, isLeavingOwners }: Guarded): Promise<Guard> {
  if (actor.id === userId) return refuse({ code: "own_account" });
  const locked = await tx
    .select({
      userId: memberships.userId,
      role: memberships.role,
      bulkLimit: memberships.bulkLimit,
      refundLimits: memberships.refundLimits,
      refundDayLimits: memberships.refundDayLimits,
      isActive: sql<boolean>`${users.isActive} and ${memberships.deactivatedAt} is null`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.sellerId, sellerId), or(eq(memberships.role, "owner"), eq(memberships.userId, userId))))
    .orderBy(memberships.userId)
    .for("update");
  const member = locked.find((row) => row.userId === userId);
  if (!member?.isActive) return refuse({ code: "not_found" });
  const owners = locked.filter((row) => row.role === "owner" && row.isActive && row.userId !== userId);
  const isLast = isLeavingOwners && member.role === "owner" && owners.length === 0;
  return isLast ? refuse({ code: "last_owner" }) : ok(member);
}
