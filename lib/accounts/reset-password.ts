import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { findReset, voidResets } from "@/db/queries/invites";
import { findUserByEmail } from "@/db/queries/people";
import { listWorkplaces } from "@/db/queries/team";
import { memberships, passwordResets, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { newId } from "../ids";
import { queuedMessages } from "../notifications/queue-messages";
import { hashPassword, type PasswordFault, passwordFault } from "../password";
import { ok, type Result, refuse } from "../result";
import { endSessions } from "./end-sessions";
import { accountLimit, bookAttempt, forgetAccount, resetLimits } from "./throttle";

const LASTS_MS = 60 * 60_000;

/**
 * Books that a new password is asked for, so that nobody is flooded with mail. It counts the same whether the address
 * (canonical) is known or not; `locked` says until when.
 */
export async function bookReset(
  db: Db,
  { email, addressKey, now }: { email: string; addressKey: string; now: Date },
): Promise<Result<null, { code: "locked"; until: Date }>> {
  const booking = await bookAttempt(db, resetLimits(email, addressKey), now);
  return "until" in booking ? refuse({ code: "locked", until: booking.until }) : ok(null);
}

/** Mails the link to whoever has an account with this address and works for a seller; else nothing happens. */
export async function mailReset(db: Db, { email, now }: { email: string; now: Date }): Promise<void> {
  const user = await findUserByEmail(db, email);
  if (!user?.isActive || user.isSupport) return;
  const [workplace] = await listWorkplaces(db, user.id);
  if (!workplace) return;
  const { sellerId } = workplace;
  await withSeller(db, sellerId, (tx) => addReset(tx, { sellerId, userId: user.id, isMailed: true, now }));
}

type Offer = {
  sellerId: string;
  userId: string;
  actorId: string;
  /** Without a mail server the owner hands the link over, which opens the account: only where it opens nothing else. */
  isMailed: boolean;
  now: Date;
};
export type OfferRefusal = { code: "not_found" | "own_account" | "belongs_elsewhere" };

/** An owner helps a member to a new password. Answers the reset that a link is made of. */
export async function offerReset(
  db: Db,
  { sellerId, userId, actorId, isMailed, now }: Offer,
): Promise<Result<{ resetId: string; email: string }, OfferRefusal>> {
  if (userId === actorId) return refuse({ code: "own_account" });
  const workplaces = await listWorkplaces(db, userId);
  return withSeller(db, sellerId, async (tx): Promise<Result<{ resetId: string; email: string }, OfferRefusal>> => {
    const [member] = await tx
      .select({ email: users.email, isSupport: users.isSupport })
      .from(memberships)
      .innerJoin(users, and(eq(users.id, memberships.userId), users.isActive))
      .where(
        and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId), isNull(memberships.deactivatedAt)),
      );
    if (!member) return refuse({ code: "not_found" });
    const isElsewhere = member.isSupport || workplaces.some((workplace) => workplace.sellerId !== sellerId);
    if (!isMailed && isElsewhere) return refuse({ code: "belongs_elsewhere" });
    return ok({ resetId: await addReset(tx, { sellerId, userId, isMailed, now }), email: member.email });
  });
}

type NewReset = { sellerId: string; userId: string; isMailed: boolean; now: Date };

async function addReset(tx: Tx, { sellerId, userId, isMailed, now }: NewReset): Promise<string> {
  const resetId = newId();
  await tx
    .insert(passwordResets)
    .values({ id: resetId, userId, createdAt: now, expiresAt: new Date(now.getTime() + LASTS_MS) });
  if (isMailed) {
    const message = {
      kind: "member.reset" as const,
      returnId: null,
      eventId: null,
      dedupeKey: `member.reset:${resetId}`,
    };
    await writeTogether(
      tx,
      queuedMessages(sellerId, [{ ...message, availableAt: now, createdAt: now, data: { resetId } }]),
    );
  }
  return resetId;
}

export type ResetState = "open" | "expired" | "used";

/** A reset as its link shows it, with how it stands now; null for a link that leads to nothing. */
export async function readReset(db: Db, resetId: string, now: Date) {
  const reset = await findReset(db, resetId);
  const state: ResetState = !reset || reset.usedAt ? "used" : reset.expiresAt <= now ? "expired" : "open";
  return reset && { email: reset.email, userId: reset.userId, state };
}

export type ResetRefusal =
  | { code: "not_found" }
  | { code: "reset_over"; state: ResetState }
  | { code: "bad_password"; fault: PasswordFault };

/** Sets a new password once, ends all sessions of the account and gives up its other resets. */
export async function resetPassword(
  db: Db,
  { resetId, password, now }: { resetId: string; password: string; now: Date },
): Promise<Result<{ email: string }, ResetRefusal>> {
  const reset = await readReset(db, resetId, now);
  if (!reset) return refuse({ code: "not_found" });
  const { email, userId, state } = reset;
  if (state !== "open") return refuse({ code: "reset_over", state });
  const fault = passwordFault(password, email);
  if (fault) return refuse({ code: "bad_password", fault });
  const passwordHash = await hashPassword(password);
  const isFirst = await db.transaction(async (tx) => {
    // Of two at once one finds it used: the row is the lock.
    const taken = await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(eq(passwordResets.id, resetId), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)))
      .returning({ id: passwordResets.id });
    if (taken.length === 0) return false;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await voidResets(tx, userId, now);
    await endSessions(tx, { userId }, now);
    return true;
  });
  if (!isFirst) return refuse({ code: "reset_over", state: "used" });
  await forgetAccount(db, accountLimit(email));
  return ok({ email });
}
