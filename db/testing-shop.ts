import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/policy/permissions";
import { connect, type Db } from "./client";
import { runningUrl } from "./embedded";
import { memberships, sellers, users, workItems } from "./schema";
import { withSeller } from "./tenant";
import type { TestSeller } from "./testing-data";
import { insertion } from "./write-set";

/** The database of the product that runs on this data folder, so that a browser test can have a seller of its own. */
export async function runningDb(dataDir: string): Promise<Db> {
  const url = await runningUrl(dataDir, "homeward");
  if (url === null) throw new Error(`No product runs on ${dataDir}.`);
  return connect(url, { max: 2 });
}

/** Lets the seller's owner in with the password of this demo account. */
export async function givePassword(db: Db, { owner }: TestSeller, of: string): Promise<void> {
  await db
    .update(users)
    .set({ passwordHash: await hashOf(db, of) })
    .where(eq(users.id, owner.id));
}

type Colleague = { role: Role; name: string; passwordOf: string; refundLimits?: Record<string, number> };

/** Somebody else who works for the seller, with the password of this demo account. */
export async function aColleague(
  db: Db,
  { sellerId }: TestSeller,
  { role, name, passwordOf, refundLimits = {} }: Colleague,
): Promise<{ email: string }> {
  const user = { id: newId(), name, email: `${newId()}@example.test` };
  await db.execute(insertion(users, [{ ...user, passwordHash: await hashOf(db, passwordOf) }]));
  await withSeller(db, sellerId, (tx) =>
    tx.insert(memberships).values({ sellerId, userId: user.id, role, refundLimits }),
  );
  return user;
}

/** Makes all work of a seller due that waits for its time, as if the time had passed. */
export async function hurry(db: Db, { sellerId }: TestSeller): Promise<void> {
  await db
    .update(workItems)
    .set({ dueAt: sql`/* of the test */ now()` })
    .where(and(eq(workItems.sellerId, sellerId), inArray(workItems.kind, ["outbox", "mail"])));
}

async function hashOf(db: Db, email: string): Promise<string> {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email));
  if (!user) throw new Error(`Nobody is called ${email}.`);
  return user.hash;
}

/** The shop is where it is about noon now: what is due in a few hours is due today, whenever a test runs. */
export async function atNoon(db: Db, { sellerId }: { sellerId: string }): Promise<void> {
  const ahead = new Date().getUTCHours() - 12;
  const digestZone = `Etc/GMT${ahead >= 0 ? "+" : "-"}${Math.abs(ahead)}`;
  await withSeller(db, sellerId, (tx) => tx.update(sellers).set({ digestZone }).where(eq(sellers.id, sellerId)));
}
