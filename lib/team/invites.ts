import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invites } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { canonicalEmail } from "@/lib/kernel/email";
import { newId } from "@/lib/kernel/ids";
import type { Locale } from "@/lib/kernel/locale";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { queueToMember } from "@/lib/platform/outbox/queue-to-member";
import { personId } from "@/lib/policy/actor";
import type { ShopTold } from "@/lib/policy/events/events";
import { INVITE_DAYS } from "@/lib/policy/limits";
import type { Role } from "@/lib/policy/permissions";
import { lockInvite } from "./offered-invites";
import { findMemberByEmail } from "./team";

/** How an invite or a reset stands for whoever opens its link. */
export type InviteState = "open" | "expired" | "revoked" | "used";

type InviteTimes = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null };

export function inviteState({ expiresAt, acceptedAt, revokedAt }: InviteTimes, now: Date): InviteState {
  if (acceptedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

type Invite = {
  email: string;
  role: Role;
  locale: Locale;
  /** Without a mail server the link is handed over at once. */
  isMailed: boolean;
};
export type InviteRefusal = { code: "bad_email" | "already_member" | "deactivated_member" | "already_invited" };

/**
 * Asks an address to join the seller with a role, and queues the mail. One open invite an address; one that has run out
 * makes way for the new one.
 */
export async function inviteMember(
  { db, sellerId, actor, now }: Ctx,
  { email: typed, role, locale, isMailed }: Invite,
): Promise<Result<{ inviteId: string; email: string }, InviteRefusal>> {
  const email = canonicalEmail(typed);
  if (!email) return refuse({ code: "bad_email" });
  return withSeller(db, sellerId, async (tx): Promise<Result<{ inviteId: string; email: string }, InviteRefusal>> => {
    const member = await findMemberByEmail(tx, sellerId, email);
    if (member) return refuse({ code: member.deactivatedAt ? "deactivated_member" : "already_member" });
    await tx
      .update(invites)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invites.sellerId, sellerId),
          eq(invites.email, email),
          isNull(invites.acceptedAt),
          isNull(invites.revokedAt),
          sql`${invites.expiresAt} <= ${now.toISOString()}::timestamptz`,
        ),
      );
    const inviteId = newId();
    const made = await tx
      .insert(invites)
      .values({
        sellerId,
        id: inviteId,
        email,
        role,
        locale,
        createdBy: personId(actor),
        offeredBy: personId(actor),
        createdAt: now,
        expiresAt: until(now),
      })
      .onConflictDoNothing()
      .returning({ id: invites.id });
    if (made.length === 0) return refuse({ code: "already_invited" });
    await queueInvitation(tx, sellerId, inviteId, now);
    await addSellerEvent(tx, {
      sellerId,
      kind: "member_invited",
      actor,
      now,
      subject: { name: email },
      data: { role, isHandedOver: !isMailed },
    });
    return ok({ inviteId, email });
  });
}

export type InviteStateRefusal = { code: "not_found" } | { code: "invite_over"; state: InviteState };

/** Sends an open invite once more, by now in this person's name; from now on it lasts as long as a new one. */
export const resendInvite = (
  { db, sellerId, actor, now }: Ctx,
  { inviteId }: { inviteId: string },
): Promise<Result<{ email: string }, InviteStateRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ email: string }, InviteStateRefusal>> => {
    const invite = await lockInvite(tx, sellerId, inviteId);
    if (!invite) return refuse({ code: "not_found" });
    const state = inviteState(invite, now);
    if (state === "used" || state === "revoked") return refuse({ code: "invite_over", state });
    await tx
      .update(invites)
      .set({ expiresAt: until(now), offeredBy: personId(actor) })
      .where(inviteOf(sellerId, inviteId));
    await queueInvitation(tx, sellerId, inviteId, now);
    await toldOf(tx, { kind: "invite_sent_again" }, { sellerId, actor, email: invite.email, now });
    return ok({ email: invite.email });
  });

/** Takes an invite back: its link leads nowhere from now on. One that was accepted meanwhile is refused. */
export const revokeInvite = (
  { db, sellerId, actor, now }: Ctx,
  { inviteId }: { inviteId: string },
): Promise<Result<null, InviteStateRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, InviteStateRefusal>> => {
    const invite = await lockInvite(tx, sellerId, inviteId);
    if (!invite) return refuse({ code: "not_found" });
    const state = inviteState(invite, now);
    if (state === "used" || state === "revoked") return refuse({ code: "invite_over", state });
    await tx.update(invites).set({ revokedAt: now }).where(inviteOf(sellerId, inviteId));
    await toldOf(tx, { kind: "invite_revoked" }, { sellerId, actor, email: invite.email, now });
    return ok(null);
  });

/** Hands out the link of an open invite of the seller; who took it stands for it from now on. False: there is none. */
export const handOverInvite = (
  { db, sellerId, actor, now }: Ctx,
  { inviteId }: { inviteId: string },
): Promise<boolean> =>
  withSeller(db, sellerId, async (tx) => {
    const invite = await lockInvite(tx, sellerId, inviteId);
    if (!invite || inviteState(invite, now) !== "open") return false;
    await tx
      .update(invites)
      .set({ offeredBy: personId(actor) })
      .where(inviteOf(sellerId, inviteId));
    await toldOf(tx, { kind: "invite_copied" }, { sellerId, actor, email: invite.email, now });
    return true;
  });

type InviteTold = Extract<ShopTold, { kind: "invite_sent_again" | "invite_copied" | "invite_revoked" }>;
type Told = Acting & { email: string };

const toldOf = (tx: Tx, act: InviteTold, { email, ...by }: Told): Promise<void> =>
  addSellerEvent(tx, { ...act, ...by, subject: { name: email } });

const inviteOf = (sellerId: string, id: string) => and(eq(invites.sellerId, sellerId), eq(invites.id, id));

const until = (now: Date): Date => new Date(now.getTime() + INVITE_DAYS * 86_400_000);

const queueInvitation = (tx: Tx, sellerId: string, inviteId: string, now: Date): Promise<void> =>
  queueToMember(tx, {
    sellerId,
    kind: "member.invited",
    key: `${inviteId}:${now.toISOString()}`,
    data: { inviteId },
    now,
  });
