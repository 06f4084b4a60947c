import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import type { Locale } from "@/lib/kernel/locale";

/** The language a person's mail is written in from now on; null: the seller's. */
export async function saveLanguage(db: Db, userId: string, locale: Locale | null): Promise<void> {
  await db.update(users).set({ locale }).where(eq(users.id, userId));
}
