import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import { insertion } from "@/db/write-set";
import { canonicalEmail } from "@/lib/kernel/email";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { PublicCtx } from "@/lib/platform/ctx";
import { hashPassword, type PasswordFault, passwordFault } from "@/lib/platform/password";

type NewUserRow = Omit<typeof users.$inferInsert, "isSupport">;

/** Writes an account, unless its address is taken. Only named columns: the application has no right to `is_support`. */
export async function insertUser(db: Pick<Db, "execute">, user: NewUserRow): Promise<boolean> {
  const made = await db.execute(sql`${insertion(users, [user])} on conflict do nothing returning id`);
  return made.length > 0;
}

export type NewUser = { name: string; email: string; password: string };
export type NewUserRefusal = { code: "bad_email" | "email_taken" } | { code: "bad_password"; fault: PasswordFault };

/** Makes an account that belongs to no seller yet. An address that is taken is refused, never taken over. */
export async function createUser(
  { db, now }: PublicCtx,
  user: NewUser,
): Promise<Result<{ userId: string }, NewUserRefusal>> {
  const ready = await prepareUser(user, now);
  if (!ready.ok) return ready;
  return (await insertUser(db, ready.value)) ? ok({ userId: ready.value.id }) : refuse({ code: "email_taken" });
}

/** A row for `users`, its address canonical and its password judged and hashed. */
export async function prepareUser(
  { name, email, password }: NewUser,
  now: Date,
): Promise<Result<Omit<typeof users.$inferInsert, "isSupport">, NewUserRefusal>> {
  const canonical = canonicalEmail(email);
  if (!canonical) return refuse({ code: "bad_email" });
  const fault = passwordFault(password, canonical);
  if (fault) return refuse({ code: "bad_password", fault });
  const passwordHash = await hashPassword(password);
  return ok({ id: newId(), name, email: canonical, passwordHash, createdAt: now });
}
