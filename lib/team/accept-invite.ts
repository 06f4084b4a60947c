import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invites, memberships, sessions, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { OwnCtx, PublicCtx } from "@/lib/platform/ctx";
import type { PasswordFault } from "@/lib/platform/password";
import type { Role } from "@/lib/policy/permissions";
import { insertUser, prepareUser } from "./create-user";
import { type InviteState, inviteState } from "./invites";
import { findInvite, lockInvite, mayOffer } from "./offered-invites";
import { replaceAccount } from "./replace-account";
import { voidOffered } from "./void-offered";

type InviteIds = { sellerId: string; inviteId: string };
/** `isMailed`: the link came out of the mail alone, so whoever holds it reads what is sent to the address. */
type InviteLink = InviteIds & { isMailed: boolean };
type Over = { code: "not_found" } | { code: "invite_over"; state: InviteState };

export type AcceptRefusal = Over | { code: "account_exists" } | { code: "bad_password"; fault: PasswordFault };

/** An invite as its link shows it, with how it stands now; null for a link that leads to nothing. */
export async function readInvite({ db, now }: PublicCtx, { sellerId, inviteId }: InviteIds) {
  return withSeller(db, sellerId, async (tx) => {
    const invite = await findInvite(tx, sellerId, inviteId);
    return invite && { ...invite, state: await stateOf(tx, sellerId, invite, now) };
  });
}

type Offered = Parameters<typeof inviteState>[0] & { offeredBy: string };

/** An invite of somebody who may let nobody in any more is as good as taken back. */
async function stateOf(tx: Tx, sellerId: string, invite: Offered, now: Date): Promise<InviteState> {
  const state = inviteState(invite, now);
  return state === "open" && !(await mayOffer(tx, sellerId, invite.offeredBy)) ? "revoked" : state;
}

type Accept = InviteLink & { name: string; password: string; doesReplace: boolean };

/**
 * Makes an account for the invited address and lets it into the seller. An address that has an account signs in instead;
 * only one that nobody proved makes way (`doesReplace`), and only for whoever has the link out of the mail.
 */
export async function acceptInvite(
  { db, now }: PublicCtx,
  { sellerId, inviteId, isMailed, name, password, doesReplace }: Accept,
): Promise<Result<{ email: string }, AcceptRefusal>> {
  const known = await readInvite({ db, now }, { sellerId, inviteId });
  if (!known) return refuse({ code: "not_found" });
  if (known.state !== "open") return refuse({ code: "invite_over", state: known.state });
  const { email } = known;
  const ready = await prepareUser({ name, email, password }, now);
  if (!ready.ok) {
    if (ready.refusal.code !== "bad_password") throw new Error("an invite to what is no address");
    return refuse(ready.refusal);
  }
  return withSeller(db, sellerId, async (tx): Promise<Result<{ email: string }, AcceptRefusal>> => {
    const open = await lockOpen(tx, { sellerId, inviteId }, now);
    if (!open.ok) return open;
    const { role, locale } = open.value;
    if (doesReplace && isMailed) await replaceAccount(tx, { email, now });
    const user = { ...ready.value, locale, emailProvenAt: isMailed ? now : null };
    if (!(await insertUser(tx, user))) return refuse({ code: "account_exists" });
    await enter(tx, { sellerId, inviteId, userId: user.id, role, isMailed, now });
    return ok({ email });
  });
}

export type JoinRefusal = Over | { code: "not_your_invite" | "already_member" | "signed_out" };

type Joining = OwnCtx & { user: { email: string; isSupport: boolean } };

/** Lets somebody who is signed in join with the account the invite was sent to. */
export const joinSeller = (
  { db, user, sessionId, now }: Joining,
  { sellerId, inviteId, isMailed }: InviteLink,
): Promise<Result<null, JoinRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, JoinRefusal>> => {
    // The account first, as a reset does: a password that was reset at this moment has ended the session that asks.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, user.id)).for("update");
    const [session] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, user.id), isNull(sessions.endedAt)));
    if (!session) return refuse({ code: "signed_out" });
    const open = await lockOpen(tx, { sellerId, inviteId }, now);
    if (!open.ok) return open;
    const { email, role } = open.value;
    // Support stands outside of every seller, and decides for none.
    if (email !== user.email || user.isSupport) return refuse({ code: "not_your_invite" });
    const known = await tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, user.id)));
    if (known.length > 0) return refuse({ code: "already_member" });
    await enter(tx, { sellerId, inviteId, userId: user.id, role, isMailed, now });
    const isUnproven = and(eq(users.id, user.id), isNull(users.emailProvenAt));
    if (isMailed) await tx.update(users).set({ emailProvenAt: now }).where(isUnproven);
    return ok(null);
  });

async function lockOpen(tx: Tx, { sellerId, inviteId }: InviteIds, now: Date) {
  const invite = await lockInvite(tx, sellerId, inviteId);
  if (!invite) return refuse({ code: "not_found" as const });
  const state = await stateOf(tx, sellerId, invite, now);
  return state === "open" ? ok(invite) : refuse({ code: "invite_over" as const, state });
}

type Enter = InviteLink & { userId: string; role: Role; now: Date };

/** The invite is used, the person belongs here, and what else was offered to the account is given up. */
async function enter(tx: Tx, { sellerId, inviteId, userId, role, isMailed, now }: Enter): Promise<void> {
  await tx
    .update(invites)
    .set({ acceptedAt: now })
    .where(and(eq(invites.sellerId, sellerId), eq(invites.id, inviteId)));
  await tx.insert(memberships).values({ sellerId, userId, role, createdAt: now });
  await voidOffered(tx, { sellerId, userId, now });
  const data = { role, isHandedOver: !isMailed };
  await addSellerEvent(tx, { sellerId, kind: "member_joined", actor: { kind: "person", id: userId }, now, data });
}
