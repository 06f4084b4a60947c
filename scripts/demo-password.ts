import { inArray } from "drizzle-orm";
import { connect } from "@/db/client";
import { users } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { hashPassword } from "@/lib/platform/password";
import { endSessions } from "@/lib/team/end-sessions";
import { DEMO_ACCOUNTS } from "./launch/demo";

/** Gives the demo accounts that are still there the password of DEMO_PASSWORD; who was signed in is no longer. */
const password = process.env.DEMO_PASSWORD;
if (!password) throw new Error("DEMO_PASSWORD is missing.");
const db = connect(env.APP_DATABASE_URL);
const emails = DEMO_ACCOUNTS.map(([email]) => email);
const passwordHash = await hashPassword(password);
const changed = await db
  .update(users)
  .set({ passwordHash })
  .where(inArray(users.email, emails))
  .returning({ id: users.id });
for (const { id } of changed) await endSessions(db, { userId: id }, new Date());
await db.end();
