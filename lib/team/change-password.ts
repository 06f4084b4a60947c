import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { withUser } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addAccountEvent } from "@/lib/platform/audit/account-events";
import type { OwnCtx } from "@/lib/platform/ctx";
import { trail } from "@/lib/platform/log";
import { hashPassword, type PasswordFault, passwordFault, verifyPassword } from "@/lib/platform/password";
import { accountLimit, bookAttempt, forgetAttempts } from "@/lib/platform/throttle";
import { endSessions } from "./end-sessions";
import { voidResets } from "./offered-invites";

type Change = { current: string; next: string };
export type ChangePasswordRefusal =
  | { code: "wrong_password" | "not_found" }
  | { code: "locked"; until: Date }
  | { code: "bad_password"; fault: PasswordFault };

/** Changes one's own password and ends one's other sessions. Guesses at the current one count as at sign-in. */
export async function changePassword(
  { db, user: { id: userId }, sessionId, now }: OwnCtx,
  { current, next }: Change,
): Promise<Result<null, ChangePasswordRefusal>> {
  const [user] = await db
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), users.isActive));
  if (!user) return refuse({ code: "not_found" });
  const fault = passwordFault(next, user.email);
  if (fault) return refuse({ code: "bad_password", fault });
  const account = accountLimit(user.email);
  const booking = await bookAttempt(db, [account], now);
  if ("until" in booking) return refuse({ code: "locked", until: booking.until });
  if (!(await verifyPassword(user.passwordHash, current))) return refuse({ code: "wrong_password" });
  const passwordHash = await hashPassword(next);
  const isChanged = await withUser(db, userId, async (tx) => {
    // Only over the hash that was judged: of two changes at once the second finds its current password wrong.
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, userId), eq(users.passwordHash, user.passwordHash)))
      .returning({ id: users.id });
    if (changed.length > 0) {
      await endSessions(tx, { userId, exceptSessionId: sessionId }, now);
      await voidResets(tx, userId, now);
      await addAccountEvent(tx, { userId, kind: "password_changed", now });
    }
    return changed.length > 0;
  });
  if (!isChanged) return refuse({ code: "wrong_password" });
  trail("password changed", { userId, sessionId });
  await forgetAttempts(db, booking, account);
  return ok(null);
}
