import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sellers, users } from "@/db/schema";
import { withUser } from "@/db/tenant";
import { LOCALES, type Locale } from "@/lib/kernel/locale";

/** Whether anybody can sign in at all; an empty product is set up first. */
export async function hasUsers(db: Db): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

export async function findUserByEmail(db: Db, email: string) {
  const [user] = await db
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      isSupport: users.isSupport,
      isActive: users.isActive,
    })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.replacedAt)));
  return user ?? null;
}

/** The language a person chose for their mail; null: the seller's. */
export async function findMailLanguage(db: Db, userId: string): Promise<Locale | null> {
  const [user] = await db.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  return LOCALES.find((locale) => locale === user?.locale) ?? null;
}

/** The sellers a person may look at, by name: their own, or for platform support all of them. */
export const listSellersOf = (db: Db, userId: string) =>
  withUser(db, userId, (tx) =>
    tx
      .select({ id: sellers.id, name: sellers.name })
      .from(sellers)
      .orderBy(asc(sellers.name), asc(sellers.id))
      .limit(500),
  );
