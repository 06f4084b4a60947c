import { and, eq, or } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { withSeller, withUser } from "@/db/tenant";
import type { Actor } from "../actor";
import type { Role } from "../permissions";
import { ok, type Result, refuse } from "../result";
import { endSessions } from "./end-sessions";

type Member = { sellerId: string; userId: string };
type ByOther = Member & { actor: Actor; now: Date };

/** Lets a person into a seller. */
export const addMember = (
  db: Db,
  { sellerId, userId, role }: Member & { role: Role },
): Promise<Result<null, { code: "not_found" | "already_member" }>> =>
  withSeller(db, sellerId, async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!user) return refuse({ code: "not_found" });
    const added = await tx.insert(memberships).values({ sellerId, userId, role }).onConflictDoNothing().returning();
    return added.length > 0 ? ok(null) : refuse({ code: "already_member" });
  });

type MemberRefusal = { code: "not_found" | "own_account" | "last_owner" };

/** Gives a member another role and ends their sessions at this seller. Nobody changes their own role. */
export const changeRole = (
  db: Db,
  { sellerId, userId, role, actor, now }: ByOther & { role: Role },
): Promise<Result<null, MemberRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const refusal = await guardMember(tx, { sellerId, userId, actor, isLeavingOwners: role !== "owner" });
    if (refusal) return refuse(refusal);
    await tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
    await endSessions(tx, { userId, sellerId }, now);
    return ok(null);
  });

/** Closes an account for good and ends all its sessions. Whoever also works for another seller is not ours to close. */
export async function deactivateUser(
  db: Db,
  { sellerId, userId, actor, now }: ByOther,
): Promise<Result<null, MemberRefusal | { code: "belongs_elsewhere" }>> {
  const theirs = await withUser(db, userId, (tx) =>
    tx.select({ sellerId: memberships.sellerId }).from(memberships).where(eq(memberships.userId, userId)),
  );
  return withSeller(db, sellerId, async (tx) => {
    const refusal = await guardMember(tx, { sellerId, userId, actor, isLeavingOwners: true });
    if (refusal) return refuse(refusal);
    if (theirs.some((member) => member.sellerId !== sellerId)) return refuse({ code: "belongs_elsewhere" });
    await tx.update(users).set({ isActive: false }).where(eq(users.id, userId));
    await endSessions(tx, { userId }, now);
    return ok(null);
  });
}

type Guarded = Member & { actor: Actor; isLeavingOwners: boolean };

/** Locks the seller's owners and the member, in one order, and looks whether an active owner would remain. */
async function guardMember(
  tx: Tx,
  { sellerId, userId, actor, isLeavingOwners }: Guarded,
): Promise<MemberRefusal | null> {
  if (actor.id === userId) return { code: "own_account" };
  const locked = await tx
    .select({ userId: memberships.userId, role: memberships.role, isActive: users.isActive })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.sellerId, sellerId), or(eq(memberships.role, "owner"), eq(memberships.userId, userId))))
    .orderBy(memberships.userId)
    .for("update");
  const member = locked.find((row) => row.userId === userId);
  if (!member) return { code: "not_found" };
  const owners = locked.filter((row) => row.role === "owner" && row.isActive && row.userId !== userId);
  return isLeavingOwners && member.role === "owner" && owners.length === 0 ? { code: "last_owner" } : null;
}
