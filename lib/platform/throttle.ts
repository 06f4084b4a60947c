import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";

const WINDOW = 15 * 60_000;
const DAY = 24 * 3_600_000;

/** Wrong passwords within the window: fewer for one account than for one address, behind which many people may sit. */
export const LIMITS = {
  account: 8,
  address: 40,
  resetAccount: 3,
  resetAddress: 20,
  key: 30,
  linkOrder: 5,
  linkAccount: 5,
  linkAddress: 20,
  linkSeller: 300,
} as const;
type Limited = { key: string; limit: number };

export const accountLimit = (email: string): Limited => ({ key: `email:${email}`, limit: LIMITS.account });
export const addressLimit = (key: string): Limited => ({ key, limit: LIMITS.address });
/** A browser the account was signed in with counts for itself: what strangers try does not lock it out. */
export const deviceLimit = (deviceId: string, email: string): Limited => ({
  key: `device:${deviceId}:${email}`,
  limit: LIMITS.account,
});

/** Asking for a new password has counters of its own: it must not lock anybody out of signing in. */
export const resetLimits = (email: string, addressKey: string): Limited[] => [
  { key: `reset:${email}`, limit: LIMITS.resetAccount },
  { key: `reset:${addressKey}`, limit: LIMITS.resetAddress },
];

type LinkAsked = { sellerId: string; order: string; email: string; from: string };
/** Asking for the link of a return again: by the order, the address that is named, where it comes from, and the shop. */
export const linkLimits = ({ sellerId, order, email, from }: LinkAsked): Limited[] => [
  { key: `link:order:${sellerId}:${order.toLowerCase()}`, limit: LIMITS.linkOrder },
  { key: `link:email:${email}`, limit: LIMITS.linkAccount },
  { key: `link:from:${from}`, limit: LIMITS.linkAddress },
  { key: `link:shop:${sellerId}`, limit: LIMITS.linkSeller },
];

/** Wrong keys of other systems, by where they come from. */
export const keyLimit = (from: string): Limited => ({ key: `key:${from}`, limit: LIMITS.key });

/**
 * Books a try under every key before the password is looked at, so that tries at the same moment count each other.
 * Answers until when one must wait instead; a refused try is not booked, so nobody can prolong a lock from outside.
 */
export async function bookAttempt(db: Db, limited: readonly Limited[], now: Date): Promise<{ until: Date } | Booking> {
  return db.transaction(async (tx) => {
    const keys = limited.map(({ key }) => key).sort();
    for (const key of keys) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    await tx
      .delete(signInAttempts)
      .where(and(inArray(signInAttempts.key, keys), lt(signInAttempts.at, new Date(now.getTime() - WINDOW))));
    const waits: Date[] = [];
    let isLast = false;
    for (const { key, limit } of limited) {
      const until = await lockedUntil(tx, key, limit);
      if (until && until > now) waits.push(until);
      isLast ||= (await lockedUntil(tx, key, limit - 1)) !== null;
    }
    if (waits.length > 0) return { until: new Date(Math.max(...waits.map((until) => until.getTime()))) };
    const rows = keys.map((key) => ({ id: newId(), key, at: now }));
    await tx.insert(signInAttempts).values(rows);
    return { booked: rows.map(({ id }) => id), isLast };
  });
}
/** `isLast`: if this try is wrong, the next one has to wait. */
export type Booking = { booked: string[]; isLast: boolean };

/** When the oldest of the last `limit` tries leaves the window; null while there are fewer. */
async function lockedUntil(tx: Pick<Tx, "select">, key: string, limit: number): Promise<Date | null> {
  const [oldest] = await tx
    .select({ at: signInAttempts.at })
    .from(signInAttempts)
    .where(eq(signInAttempts.key, key))
    .orderBy(desc(signInAttempts.at))
    .offset(limit - 1)
    .limit(1);
  return oldest ? new Date(oldest.at.getTime() + WINDOW) : null;
}

/** A right password: its own booking goes, and the account's wrong ones are forgotten; the address's are not. */
export async function forgetAttempts(db: Db, { booked }: Booking, account: Limited): Promise<void> {
  await db.delete(signInAttempts).where(inArray(signInAttempts.id, booked));
  await forgetAccount(db, account);
}

/** Whoever proved to be the account's person starts anew. */
export async function forgetAccount(db: Db, account: Limited): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, account.key));
}

/** Tries that count no longer, of accounts and addresses that never came back. */
export async function forgetOldAttempts(db: Db, now: Date): Promise<void> {
  await db.delete(signInAttempts).where(lt(signInAttempts.at, new Date(now.getTime() - DAY)));
}
