import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import { insertion } from "@/db/write-set";

type NewUserRow = Omit<typeof users.$inferInsert, "isSupport">;

/** Writes an account, unless its address is taken. Only named columns: the application has no right to `is_support`. */
export async function insertUser(db: Pick<Db, "execute">, user: NewUserRow): Promise<boolean> {
  const made = await db.execute(sql`${insertion(users, [user])} on conflict do nothing returning id`);
  return made.length > 0;
}
