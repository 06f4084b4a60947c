import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { findInvite, lockInvite } from "@/db/queries/invites";
import { invites, memberships, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { addSellerEvent } from "../audit/add-seller-event";
import type { PasswordFault } from "../password";
import { ok, type Result, refuse } from "../result";
import { prepareUser } from "./create-user";
import { type InviteState, inviteState } from "./invite-state";

type InviteIds = { sellerId: string; inviteId: string };
type Over = { code: "not_found" } | { code: "invite_over"; state: InviteState };

export type AcceptRefusal = Over | { code: "account_exists" } | { code: "bad_password"; fault: PasswordFault };

/** An invite as its link shows it, with how it stands now; null for a link that leads to nothing. */
export async function readInvite(db: Db, { sellerId, inviteId }: InviteIds, now: Date) {
  const invite = await withSeller(db, sellerId, (tx) => findInvite(tx, sellerId, inviteId));
  return invite && { ...invite, state: inviteState(invite, now) };
}

type Accept = InviteIds & { name: string; password: string; now: Date };

/** Makes an account for the invited address and lets it into the seller; an address that has an account signs in instead. */
export async function acceptInvite(
  db: Db,
  { sellerId, inviteId, name, password, now }: Accept,
): Promise<Result<{ email: string }, AcceptRefusal>> {
  const known = await readInvite(db, { sellerId, inviteId }, now);
  if (!known) return refuse({ code: "not_found" });
  if (known.state !== "open") return refuse({ code: "invite_over", state: known.state });
  const ready = await prepareUser({ name, email: known.email, password }, now);
  if (!ready.ok) {
    if (ready.refusal.code !== "bad_password") throw new Error("an invite to what is no address");
    return refuse(ready.refusal);
  }
  return withSeller(db, sellerId, async (tx): Promise<Result<{ email: string }, AcceptRefusal>> => {
    const open = await lockOpen(tx, { sellerId, inviteId }, now);
    if (!open.ok) return open;
    const { role, locale } = open.value;
    const made = await tx
      .insert(users)
      .values({ ...ready.value, locale })
      .onConflictDoNothing()
      .returning({ id: users.id });
    const [user] = made;
    if (!user) return refuse({ code: "account_exists" });
    await tx.insert(memberships).values({ sellerId, userId: user.id, role, createdAt: now });
    await markUsed(tx, { sellerId, inviteId }, now);
    await addSellerEvent(tx, { sellerId, kind: "member_joined", userId: user.id, now, data: { role } });
    return ok({ email: known.email });
  });
}

export type JoinRefusal = Over | { code: "not_for_you" | "already_member" };

/** Lets somebody who is signed in join with the account the invite was sent to. */
export const joinSeller = (
  db: Db,
  { sellerId, inviteId, user, now }: InviteIds & { user: { id: string; email: string; isSupport: boolean }; now: Date },
): Promise<Result<null, JoinRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, JoinRefusal>> => {
    const open = await lockOpen(tx, { sellerId, inviteId }, now);
    if (!open.ok) return open;
    const { email, role } = open.value;
    // Support stands outside of every seller, and decides for none.
    if (email !== user.email || user.isSupport) return refuse({ code: "not_for_you" });
    const added = await tx
      .insert(memberships)
      .values({ sellerId, userId: user.id, role, createdAt: now })
      .onConflictDoNothing()
      .returning({ userId: memberships.userId });
    if (added.length === 0) return refuse({ code: "already_member" });
    await markUsed(tx, { sellerId, inviteId }, now);
    await addSellerEvent(tx, { sellerId, kind: "member_joined", userId: user.id, now, data: { role } });
    return ok(null);
  });

async function lockOpen(tx: Tx, { sellerId, inviteId }: InviteIds, now: Date) {
  const invite = await lockInvite(tx, sellerId, inviteId);
  if (!invite) return refuse({ code: "not_found" as const });
  const state = inviteState(invite, now);
  return state === "open" ? ok(invite) : refuse({ code: "invite_over" as const, state });
}

const markUsed = (tx: Tx, { sellerId, inviteId }: InviteIds, now: Date) =>
  tx
    .update(invites)
    .set({ acceptedAt: now })
    .where(and(eq(invites.sellerId, sellerId), eq(invites.id, inviteId)));
