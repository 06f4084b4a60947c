import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { devices, memberships, sellers, sessions, users } from "@/db/schema";
import { alsoInSeller, withUser } from "@/db/tenant";
import { canonicalEmail } from "@/lib/kernel/email";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addAccountEvent } from "@/lib/platform/audit/account-events";
import type { PublicCtx } from "@/lib/platform/ctx";
import { trail } from "@/lib/platform/log";
import { beginWatch } from "@/lib/platform/outbox/begin-watch";
import { queueToMember } from "@/lib/platform/outbox/queue-to-member";
import { verifyPassword } from "@/lib/platform/password";
import { accountLimit, addressLimit, bookAttempt, deviceLimit, forgetAttempts } from "@/lib/platform/throttle";
import { findUserByEmail } from "./people";

type SignIn = {
  email: string;
  password: string;
  /** As made by `addressKey`. */
  addressKey: string;
  /** What the browser is known by, if it is, and what it calls itself. */
  device: { id: string | null; name: string | null };
  lastsSeconds: number;
  /** Whether accounts of platform support exist as far as the world can see. */
  hasSupport: boolean;
};
export type SignInRefusal = { code: "bad_credentials" } | { code: "locked"; until: Date };

/**
 * Opens a session. Unknown address, wrong password, inactive account and hidden support are one refusal after the same
 * work; `locked` says until when, at most 15 minutes from the last wrong try.
 */
export async function signIn(
  { db, now }: PublicCtx,
  { email, password, addressKey, device, lastsSeconds, hasSupport }: SignIn,
): Promise<Result<{ userId: string; sessionId: string; deviceId: string }, SignInRefusal>> {
  const canonical = canonicalEmail(email);
  const user = canonical ? await findUserByEmail(db, canonical) : null;
  const known = user && device.id && (await isDeviceOf(db, user.id, device.id)) ? device.id : null;
  const account = known && canonical ? deviceLimit(known, canonical) : accountLimit(canonical ?? "none");
  const limits = known ? [account] : [...(canonical ? [account] : []), addressLimit(addressKey)];
  const booking = await bookAttempt(db, limits, now);
  if ("until" in booking) {
    trail("sign-in locked", { userId: user?.id ?? null });
    return refuse({ code: "locked", until: booking.until });
  }
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight || !user.isActive || (user.isSupport && !hasSupport)) {
    await tellFailed(db, { userId: user?.id ?? null, isLocking: booking.isLast, device: device.name, now });
    return refuse({ code: "bad_credentials" });
  }
  const session = {
    id: newId(),
    userId: user.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lastsSeconds * 1000),
  };
  const deviceId = device.id ?? newId();
  const used = { id: deviceId, name: device.name, isKnown: known !== null };
  if (!(await openSession(db, session, user, used))) return refuse({ code: "bad_credentials" });
  await forgetAttempts(db, booking, account);
  trail("signed in", { userId: user.id, sessionId: session.id, deviceId });
  return ok({ userId: user.id, sessionId: session.id, deviceId });
}

const isDeviceOf = (db: Db, userId: string, id: string): Promise<boolean> =>
  withUser(db, userId, async (tx) => {
    const found = await tx
      .select({ id: devices.id })
      .from(devices)
      .where(and(eq(devices.userId, userId), eq(devices.id, id)));
    return found.length > 0;
  });

type Failed = { userId: string | null; isLocking: boolean; device: string | null; now: Date };

/** The account reads of a wrong try, and of the one that closes it for a while; of no account there is the log alone. */
async function tellFailed(db: Db, { userId, isLocking, device, now }: Failed): Promise<void> {
  trail(isLocking ? "sign-in failed, locked" : "sign-in failed", { userId });
  if (userId === null) return;
  await withUser(db, userId, async (tx) => {
    await addAccountEvent(tx, { userId, kind: "sign_in_failed", now, data: { device } });
    if (isLocking) await addAccountEvent(tx, { userId, kind: "locked", now, data: { device } });
  });
}

type Judged = { passwordHash: string; isSupport: boolean };
type Used = { id: string; name: string | null; isKnown: boolean };

/** Writes the session unless the account changed since its password was judged: then a session would outlive the change. */
const openSession = (
  db: Db,
  session: Omit<typeof sessions.$inferInsert, "sellerId">,
  judged: Judged,
  device: Used,
): Promise<boolean> =>
  withUser(db, session.userId, async (tx) => {
    const [unchanged] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, session.userId), eq(users.passwordHash, judged.passwordHash), users.isActive))
      .for("share");
    if (!unchanged) return false;
    const { userId, createdAt: now = new Date() } = session;
    const sellerId = judged.isSupport ? null : await sellerToOpen(tx, userId);
    const isFirst = !(await hasSignedIn(tx, userId));
    await tx.insert(sessions).values({ ...session, sellerId });
    await keepDevice(tx, { userId, device, now });
    await addAccountEvent(tx, {
      userId,
      kind: "signed_in",
      now,
      data: { device: device.name, isNew: !device.isKnown },
    });
    if (sellerId === null) return true;
    const isTold = !device.isKnown && !isFirst;
    const notice = { kind: "member.new_device" as const, key: session.id, data: { userId, ...named(device) } };
    if (isTold) await alsoInSeller(tx, sellerId, () => queueToMember(tx, { sellerId, ...notice, now }));
    await beginWatch(tx, sellerId);
    return true;
  });

const named = ({ name }: Used) => (name === null ? {} : { device: name });

async function hasSignedIn(tx: Tx, userId: string): Promise<boolean> {
  const earlier = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, userId)).limit(1);
  return earlier.length > 0;
}

async function keepDevice(tx: Tx, { userId, device, now }: { userId: string; device: Used; now: Date }): Promise<void> {
  const { id, name } = device;
  await tx
    .insert(devices)
    .values({ userId, id, name, createdAt: now, usedAt: now })
    .onConflictDoUpdate({ target: [devices.userId, devices.id], set: { name, usedAt: now } });
}

/** The seller looked at last, if the person still belongs to it, else the first by name. */
async function sellerToOpen(tx: Tx, userId: string): Promise<string | null> {
  const own = await tx
    .select({ id: sellers.id })
    .from(memberships)
    .innerJoin(sellers, eq(sellers.id, memberships.sellerId))
    .where(and(eq(memberships.userId, userId), isNull(memberships.deactivatedAt)))
    .orderBy(sellers.name, sellers.id);
  const [last] = await tx
    .select({ sellerId: sessions.sellerId })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.id))
    .limit(1);
  const found = own.find(({ id }) => id === last?.sellerId) ?? own[0];
  return found?.id ?? null;
}
