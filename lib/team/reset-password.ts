import { and, eq, isNull, lt } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { memberships, passwordResets, users } from "@/db/schema";
import { alsoAsUser, alsoInSeller, withSeller, withUser } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addAccountEvent } from "@/lib/platform/audit/account-events";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx, PublicCtx } from "@/lib/platform/ctx";
import { trail } from "@/lib/platform/log";
import { queueToMember } from "@/lib/platform/outbox/queue-to-member";
import { hashPassword, type PasswordFault, passwordFault } from "@/lib/platform/password";
import { accountLimit, bookAttempt, forgetAccount, resetLimits } from "@/lib/platform/throttle";
import { personId } from "@/lib/policy/actor";
import { endSessions } from "./end-sessions";
import { findReset, mayOffer, voidResets } from "./offered-invites";
import { findUserByEmail } from "./people";
import { listWorkplacesIn } from "./team";

const LASTS_MS = 60 * 60_000;

/**
 * Books that a new password is asked for, so that nobody is flooded with mail. It counts the same whether the address
 * (canonical) is known or not; `locked` says until when.
 */
export async function bookReset(
  { db, now }: PublicCtx,
  { email, addressKey }: { email: string; addressKey: string },
): Promise<Result<null, { code: "locked"; until: Date }>> {
  const booking = await bookAttempt(db, resetLimits(email, addressKey), now);
  return "until" in booking ? refuse({ code: "locked", until: booking.until }) : ok(null);
}

/** Mails the link to whoever has an account with this address and works for a seller; else nothing happens. */
export async function mailReset({ db, now }: PublicCtx, { email }: { email: string }): Promise<void> {
  const user = await findUserByEmail(db, email);
  if (!user?.isActive || user.isSupport) return;
  const userId = user.id;
  const isMailed = await withUser(db, userId, async (tx) => {
    const [workplace] = await listWorkplacesIn(tx, userId);
    if (!workplace) return false;
    const reset = { userId, sellerId: null, offeredBy: null, isMailed: true, now };
    const resetId = await addReset(tx, reset);
    await alsoInSeller(tx, workplace.sellerId, () => mail(tx, { sellerId: workplace.sellerId, resetId, now }));
    await addAccountEvent(tx, { userId, kind: "reset_asked", now });
    return true;
  });
  if (isMailed) trail("reset asked", { userId });
}

type Offer = {
  userId: string;
  /** Without a mail server the owner hands the link over, which opens the account: only where it opens nothing else. */
  isMailed: boolean;
};
export type OfferRefusal = { code: "not_found" | "own_account" | "belongs_elsewhere" };

/** An owner helps a member to a new password. Answers the reset that a link is made of. */
export async function offerReset(
  { db, sellerId, actor, now }: Ctx,
  { userId, isMailed }: Offer,
): Promise<Result<{ resetId: string; email: string }, OfferRefusal>> {
  const actorId = personId(actor);
  if (userId === actorId) return refuse({ code: "own_account" });
  type Offered = Result<{ resetId: string; email: string }, OfferRefusal>;
  const offered = await withSeller(db, sellerId, async (tx): Promise<Offered> => {
    const [member] = await tx
      .select({ email: users.email, isSupport: users.isSupport })
      .from(memberships)
      .innerJoin(users, and(eq(users.id, memberships.userId), users.isActive))
      .where(
        and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId), isNull(memberships.deactivatedAt)),
      );
    if (!member) return refuse({ code: "not_found" });
    const reset = { userId, sellerId, offeredBy: actorId, isMailed, isSupport: member.isSupport };
    if (!isMailed && !(await opensOnly(tx, reset))) return refuse({ code: "belongs_elsewhere" });
    const resetId = await addReset(tx, { ...reset, now });
    if (isMailed) await mail(tx, { sellerId, resetId, now });
    const data = { isHandedOver: !isMailed };
    const subject = { kind: "user" as const, id: userId };
    await addSellerEvent(tx, { sellerId, kind: "reset_offered", actor, now, subject, data });
    await addAccountEvent(tx, { userId, kind: "reset_offered", now, data });
    return ok({ resetId, email: member.email });
  });
  if (offered.ok) trail("reset offered", { sellerId, userId, actorId });
  return offered;
}

/** Whether the account opens this seller and nothing else. */
async function opensOnly(
  tx: Tx,
  { userId, sellerId, isSupport }: { userId: string; sellerId: string; isSupport: boolean },
): Promise<boolean> {
  const places = await alsoAsUser(tx, userId, () => listWorkplacesIn(tx, userId));
  return !isSupport && places.every((place) => place.sellerId === sellerId);
}

type NewReset = Pick<Reset, "userId" | "sellerId" | "offeredBy" | "isMailed"> & { now: Date };

async function addReset(tx: Tx, { userId, sellerId, offeredBy, isMailed, now }: NewReset): Promise<string> {
  const id = newId();
  const expiresAt = new Date(now.getTime() + LASTS_MS);
  await tx.insert(passwordResets).values({ id, userId, sellerId, offeredBy, isMailed, createdAt: now, expiresAt });
  return id;
}

const mail = (tx: Tx, { sellerId, resetId, now }: { sellerId: string; resetId: string; now: Date }): Promise<void> =>
  queueToMember(tx, { sellerId, kind: "member.reset", key: resetId, data: { resetId }, now });

export type ResetState = "open" | "expired" | "used" | "void";
type Reset = NonNullable<Awaited<ReturnType<typeof findReset>>>;

/** How a reset stands. What an owner offered holds as long as that owner may offer it, to somebody who works there. */
async function stateOf(tx: Tx, reset: Reset, now: Date): Promise<ResetState> {
  const { userId, sellerId, offeredBy, isMailed } = reset;
  if (reset.usedAt) return "used";
  if (reset.voidAt) return "void";
  if (reset.expiresAt <= now) return "expired";
  if (sellerId === null || offeredBy === null) return "open";
  const places = await alsoAsUser(tx, userId, () => listWorkplacesIn(tx, userId));
  const holds =
    places.some((place) => place.sellerId === sellerId) &&
    (isMailed || (await opensOnly(tx, { userId, sellerId, isSupport: reset.isSupport }))) &&
    (await alsoInSeller(tx, sellerId, () => mayOffer(tx, sellerId, offeredBy)));
  return holds ? "open" : "void";
}

/** A reset as its link shows it, with how it stands now; null for a link that leads to nothing. */
export const readReset = ({ db, now }: PublicCtx, { resetId }: { resetId: string }) =>
  db.transaction(async (transaction) => {
    const tx = transaction as Tx;
    const reset = await findReset(tx, resetId);
    return reset && { email: reset.email, userId: reset.userId, state: await stateOf(tx, reset, now) };
  });

export type ResetRefusal =
  | { code: "not_found" }
  | { code: "reset_over"; state: ResetState }
  | { code: "bad_password"; fault: PasswordFault };

/**
 * Sets a new password once, ends all sessions of the account and gives up its other resets. Whether the reset still
 * holds is judged again under the account's own lock, which whoever joins a seller takes first as well.
 */
export async function resetPassword(
  { db, now }: PublicCtx,
  { resetId, password }: { resetId: string; password: string },
): Promise<Result<{ email: string }, ResetRefusal>> {
  const known = await readReset({ db, now }, { resetId });
  if (!known) return refuse({ code: "not_found" });
  const { email, userId } = known;
  if (known.state !== "open") return refuse({ code: "reset_over", state: known.state });
  const fault = passwordFault(password, email);
  if (fault) return refuse({ code: "bad_password", fault });
  const passwordHash = await hashPassword(password);
  const state = await withUser(db, userId, async (tx): Promise<ResetState> => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    const reset = await findReset(tx, resetId);
    const standing = reset ? await stateOf(tx, reset, now) : "void";
    if (!reset || standing !== "open") return standing;
    await tx.update(passwordResets).set({ usedAt: now }).where(eq(passwordResets.id, resetId));
    await tx
      .update(users)
      .set(reset.isMailed ? { passwordHash, emailProvenAt: now } : { passwordHash })
      .where(eq(users.id, userId));
    await voidResets(tx, userId, now);
    await endSessions(tx, { userId }, now);
    await tellReset(tx, { reset, now });
    return "open";
  });
  if (state !== "open") return refuse({ code: "reset_over", state });
  trail("reset used", { userId });
  await forgetAccount(db, accountLimit(email));
  return ok({ email });
}

/** The account and the shop that offered it read of it, and its person is told by mail. */
async function tellReset(tx: Tx, { reset, now }: { reset: Reset; now: Date }): Promise<void> {
  const { userId, sellerId, isMailed } = reset;
  const data = { isHandedOver: !isMailed };
  await addAccountEvent(tx, { userId, kind: "reset_used", now, data });
  const [workplace] = await alsoAsUser(tx, userId, () => listWorkplacesIn(tx, userId));
  const place = sellerId ?? workplace?.sellerId;
  if (!place) return;
  await alsoInSeller(tx, place, async () => {
    const subject = { kind: "user" as const, id: userId };
    if (sellerId)
      await addSellerEvent(tx, {
        sellerId,
        kind: "reset_used",
        actor: { kind: "person", id: userId },
        now,
        subject,
        data,
      });
    const notice = { kind: "member.reset_used" as const, key: `${userId}:${now.toISOString()}` };
    await queueToMember(tx, { sellerId: place, ...notice, data: { userId }, now });
  });
}

const DAY = 24 * 3_600_000;

/** Removes links to a new password that ran out a day ago: until then they say why they lead nowhere. */
export async function forgetOldResets(db: Db, now: Date): Promise<void> {
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, new Date(now.getTime() - DAY)));
}
