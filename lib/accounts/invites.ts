import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { lockInvite } from "@/db/queries/invites";
import { findMemberByEmail } from "@/db/queries/team";
import { invites } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { addSellerEvent } from "../audit/add-seller-event";
import type { Locale } from "../i18n/locale";
import { newId } from "../ids";
import { queuedMessages } from "../notifications/queue-messages";
import type { Role } from "../permissions";
import { ok, type Result, refuse } from "../result";
import { canonicalEmail } from "./email";
import { INVITE_DAYS } from "./invite-days";
import { type InviteState, inviteState } from "./invite-state";

type Invite = { sellerId: string; userId: string; email: string; role: Role; locale: Locale; now: Date };
export type InviteRefusal = { code: "bad_email" | "already_member" | "deactivated_member" | "already_invited" };

/**
 * Asks an address to join the seller with a role, and queues the mail. One open invite an address; one that has run out
 * makes way for the new one.
 */
export async function inviteMember(
  db: Db,
  { sellerId, userId, email: typed, role, locale, now }: Invite,
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
      .values({ sellerId, id: inviteId, email, role, locale, createdBy: userId, createdAt: now, expiresAt: until(now) })
      .onConflictDoNothing()
      .returning({ id: invites.id });
    if (made.length === 0) return refuse({ code: "already_invited" });
    await queueInvitation(tx, sellerId, inviteId, now);
    await addSellerEvent(tx, {
      sellerId,
      kind: "member_invited",
      userId,
      now,
      subject: { name: email },
      data: { role },
    });
    return ok({ inviteId, email });
  });
}

type OneInvite = { sellerId: string; inviteId: string; now: Date };
export type InviteStateRefusal = { code: "not_found" } | { code: "invite_over"; state: InviteState };

/** Sends the mail of an open invite once more; from now on it lasts as long as a new one. The link stays the same. */
export const resendInvite = (
  db: Db,
  { sellerId, inviteId, now }: OneInvite,
): Promise<Result<{ email: string }, InviteStateRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ email: string }, InviteStateRefusal>> => {
    const invite = await lockInvite(tx, sellerId, inviteId);
    if (!invite) return refuse({ code: "not_found" });
    const state = inviteState(invite, now);
    if (state === "used" || state === "revoked") return refuse({ code: "invite_over", state });
    await tx
      .update(invites)
      .set({ expiresAt: until(now) })
      .where(inviteOf(sellerId, inviteId));
    await queueInvitation(tx, sellerId, inviteId, now);
    return ok({ email: invite.email });
  });

/** Takes an invite back: its link leads nowhere from now on. One that was accepted meanwhile is refused. */
export const revokeInvite = (
  db: Db,
  { sellerId, userId, inviteId, now }: OneInvite & { userId: string },
): Promise<Result<null, InviteStateRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, InviteStateRefusal>> => {
    const invite = await lockInvite(tx, sellerId, inviteId);
    if (!invite) return refuse({ code: "not_found" });
    const state = inviteState(invite, now);
    if (state === "used" || state === "revoked") return refuse({ code: "invite_over", state });
    await tx.update(invites).set({ revokedAt: now }).where(inviteOf(sellerId, inviteId));
    await addSellerEvent(tx, { sellerId, kind: "invite_revoked", userId, now, subject: { name: invite.email } });
    return ok(null);
  });

/** Whether a link to this invite can be handed out: it is the seller's own, and open. */
export const isInviteOpen = (db: Db, { sellerId, inviteId, now }: OneInvite): Promise<boolean> =>
  withSeller(db, sellerId, async (tx) => {
    const open = await tx
      .select({ id: invites.id })
      .from(invites)
      .where(
        and(
          inviteOf(sellerId, inviteId),
          isNull(invites.acceptedAt),
          isNull(invites.revokedAt),
          gt(invites.expiresAt, now),
        ),
      );
    return open.length > 0;
  });

const inviteOf = (sellerId: string, id: string) => and(eq(invites.sellerId, sellerId), eq(invites.id, id));

const until = (now: Date): Date => new Date(now.getTime() + INVITE_DAYS * 86_400_000);

const queueInvitation = (tx: Tx, sellerId: string, inviteId: string, now: Date): Promise<void> =>
  writeTogether(
    tx,
    queuedMessages(sellerId, [
      {
        kind: "member.invited",
        returnId: null,
        eventId: null,
        dedupeKey: `member.invited:${inviteId}:${now.toISOString()}`,
        availableAt: now,
        createdAt: now,
        data: { inviteId },
      },
    ]),
  );
