import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sellers, sessions } from "@/db/schema";
import { withUser } from "@/db/tenant";
import { beginWatch } from "../notifications/watch-seller";
import { ok, type Result, refuse } from "../result";

type Switch = { sessionId: string; userId: string; sellerId: string };

/** Turns one session to another seller: a member's own, for support staff any. What may not be seen is not found. */
export const switchSeller = (
  db: Db,
  { sessionId, userId, sellerId }: Switch,
): Promise<Result<null, { code: "not_found" }>> =>
  withUser(db, userId, async (tx) => {
    const [seen] = await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId));
    if (!seen) return refuse({ code: "not_found" });
    const turned = await tx
      .update(sessions)
      .set({ sellerId })
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.userId, userId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .returning({ id: sessions.id });
    if (turned.length === 0) return refuse({ code: "not_found" });
    await beginWatch(tx, sellerId);
    return ok(null);
  });
