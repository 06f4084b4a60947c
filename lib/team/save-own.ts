import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import type { Locale } from "@/lib/kernel/locale";

/** The language a person's mail is written in from now on; null: the seller's. */
export async function saveLanguage(db: Db, userId: string, locale: Locale | null): Promise<void> {
  await db.update(users).set({ locale }).where(eq(users.id, userId));
}

/** The columns that a person's lists of returns have from now on, in their order; null: those of each tab. */
export async function saveColumns(db: Db, userId: string, listColumns: readonly string[] | null): Promise<void> {
  await db
    .update(users)
    .set({ listColumns: listColumns && [...listColumns] })
    .where(eq(users.id, userId));
}
