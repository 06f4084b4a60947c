import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { memberships, sellers, sessions, users } from "@/db/schema";
import { withUser } from "@/db/tenant";

const chosen = alias(sellers, "chosen");

/**
 * A session that still counts by the database's clock, one row for each seller its person belongs to, by name; at
 * least one row. Empty when the session has ended, its person is not active, or the ids do not belong together.
 */
export const findSession = (db: Db, { sessionId, userId }: { sessionId: string; userId: string }) =>
  withUser(db, userId, (tx) =>
    tx
      .select({
        sessionId: sessions.id,
        visitUntil: sessions.visitUntil,
        isVisiting: sql<boolean>`coalesce(${sessions.visitUntil} > now(), false)`,
        user: { id: users.id, name: users.name, email: users.email, isSupport: users.isSupport },
        chosen: { id: chosen.id, name: chosen.name, locale: chosen.locale, isDemo: chosen.isDemo },
        member: { role: memberships.role },
        seller: { id: sellers.id, name: sellers.name },
      })
      .from(sessions)
      .innerJoin(users, and(eq(users.id, sessions.userId), users.isActive))
      .leftJoin(chosen, eq(chosen.id, sessions.sellerId))
      .leftJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.deactivatedAt)))
      .leftJoin(sellers, eq(sellers.id, memberships.sellerId))
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.userId, userId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .orderBy(sellers.name, sellers.id),
  );
