import type { Db } from "@/db/client";
import { users } from "@/db/schema";
import { newId } from "../ids";
import { hashPassword, type PasswordFault, passwordFault } from "../password";
import { ok, type Result, refuse } from "../result";
import { canonicalEmail } from "./email";

export type NewUser = { name: string; email: string; password: string; isSupport?: boolean };
export type NewUserRefusal = { code: "bad_email" | "email_taken" } | { code: "bad_password"; fault: PasswordFault };

/** Makes an account that belongs to no seller yet. An address that is taken is refused, never taken over. */
export async function createUser(
  db: Db,
  { name, email, password, isSupport = false }: NewUser,
  now: Date,
): Promise<Result<{ userId: string }, NewUserRefusal>> {
  const ready = await prepareUser({ name, email, password, isSupport }, now);
  if (!ready.ok) return ready;
  const made = await db.insert(users).values(ready.value).onConflictDoNothing().returning({ userId: users.id });
  return made[0] ? ok(made[0]) : refuse({ code: "email_taken" });
}

/** A row for `users`, its address canonical and its password judged and hashed. */
export async function prepareUser(
  { name, email, password, isSupport = false }: NewUser,
  now: Date,
): Promise<Result<typeof users.$inferInsert, NewUserRefusal>> {
  const canonical = canonicalEmail(email);
  if (!canonical) return refuse({ code: "bad_email" });
  const fault = passwordFault(password, canonical);
  if (fault) return refuse({ code: "bad_password", fault });
  const passwordHash = await hashPassword(password);
  return ok({ id: newId(), name, email: canonical, passwordHash, isSupport, createdAt: now });
}
