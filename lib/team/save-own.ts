import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Locale } from "@/lib/kernel/locale";
import type { OwnCtx } from "@/lib/platform/ctx";

/** The language a person's mail is written in from now on; null: the seller's. */
export async function saveLanguage({ db, user }: OwnCtx, { locale }: { locale: Locale | null }): Promise<void> {
  await db.update(users).set({ locale }).where(eq(users.id, user.id));
}

/** The columns that a person's lists of returns have from now on, in their order; null: those of each tab. */
export async function saveColumns(
  { db, user }: OwnCtx,
  { columns }: { columns: readonly string[] | null },
): Promise<void> {
  await db
    .update(users)
    .set({ listColumns: columns && [...columns] })
    .where(eq(users.id, user.id));
}
