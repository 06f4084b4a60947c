import { desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { withUser } from "@/db/tenant";

/** What happened to an account, newest first, as far as a page shows it. */
export const listAccountEvents = (db: Db, userId: string, limit: number) =>
  withUser(db, userId, (tx) =>
    tx
      .select({ id: accountEvents.id, kind: accountEvents.kind, at: accountEvents.at, data: accountEvents.data })
      .from(accountEvents)
      .where(eq(accountEvents.userId, userId))
      .orderBy(desc(accountEvents.at), desc(accountEvents.id))
      .limit(limit),
  );
export type AccountEventRow = Awaited<ReturnType<typeof listAccountEvents>>[number];
