import { lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { passwordResets } from "@/db/schema";

const DAY = 24 * 3_600_000;

/** Removes links to a new password that ran out a day ago: until then they say why they lead nowhere. */
export async function forgetOldResets(db: Db, now: Date): Promise<void> {
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, new Date(now.getTime() - DAY)));
}
