import { and, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sessions } from "@/db/schema";

type Which = { userId: string } & ({ sessionId: string } | { exceptSessionId: string } | { sellerId: string } | object);

/** Ends sessions of one person from the next request on: one, all but one, those that look at a seller, or all. */
export async function endSessions(db: Pick<Db, "update">, which: Which, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.userId, which.userId),
        isNull(sessions.endedAt),
        "sessionId" in which ? eq(sessions.id, which.sessionId) : undefined,
        "exceptSessionId" in which ? ne(sessions.id, which.exceptSessionId) : undefined,
        "sellerId" in which ? eq(sessions.sellerId, which.sellerId) : undefined,
      ),
    );
}
