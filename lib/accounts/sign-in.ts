import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { findUserByEmail } from "@/db/queries/people";
import { memberships, sellers, sessions, users } from "@/db/schema";
import { withUser } from "@/db/tenant";
import { newId } from "../ids";
import { beginWatch } from "../notifications/watch-seller";
import { verifyPassword } from "../password";
import { ok, type Result, refuse } from "../result";
import { canonicalEmail } from "./email";
import { accountLimit, addressLimit, bookAttempt, forgetAttempts } from "./throttle";

type SignIn = {
  email: string;
  password: string;
  /** As made by `addressKey`. */
  addressKey: string;
  lastsSeconds: number;
  /** Whether accounts of platform support exist as far as the world can see. */
  hasSupport: boolean;
  now: Date;
};
export type SignInRefusal = { code: "bad_credentials" } | { code: "locked"; until: Date };

/**
 * Opens a session. Unknown address, wrong password, inactive account and hidden support are one refusal after the same
 * work; `locked` says until when, at most 15 minutes from the last wrong try.
 */
export async function signIn(
  db: Db,
  { email, password, addressKey, lastsSeconds, hasSupport, now }: SignIn,
): Promise<Result<{ userId: string; sessionId: string }, SignInRefusal>> {
  const canonical = canonicalEmail(email);
  const account = accountLimit(canonical ?? "none");
  const booking = await bookAttempt(db, [...(canonical ? [account] : []), addressLimit(addressKey)], now);
  if ("until" in booking) return refuse({ code: "locked", until: booking.until });
  const user = canonical ? await findUserByEmail(db, canonical) : null;
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight || !user.isActive || (user.isSupport && !hasSupport))
    return refuse({ code: "bad_credentials" });
  const session = {
    id: newId(),
    userId: user.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lastsSeconds * 1000),
  };
  if (!(await openSession(db, session, user))) return refuse({ code: "bad_credentials" });
  await forgetAttempts(db, booking, account);
  return ok({ userId: user.id, sessionId: session.id });
}

type Judged = { passwordHash: string; isSupport: boolean };

/** Writes the session unless the account changed since its password was judged: then a session would outlive the change. */
const openSession = (
  db: Db,
  session: Omit<typeof sessions.$inferInsert, "sellerId">,
  judged: Judged,
): Promise<boolean> =>
  withUser(db, session.userId, async (tx) => {
    const [unchanged] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, session.userId), eq(users.passwordHash, judged.passwordHash), users.isActive))
      .for("share");
    if (!unchanged) return false;
    const sellerId = judged.isSupport ? null : await sellerToOpen(tx, session.userId);
    await tx.insert(sessions).values({ ...session, sellerId });
    if (sellerId) await beginWatch(tx, sellerId);
    return true;
  });

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
