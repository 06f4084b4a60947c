import { desc, eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { alsoAsUser, withUser } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { type AccountTold, EVENTS } from "@/lib/policy/events/events";

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

type AccountEvent = AccountTold & { userId: string; now: Date };

/** Writes what happened to an account into its own history, in the transaction that does it. */
export const addAccountEvent = (tx: Tx, { userId, kind, now, data = {} }: AccountEvent): Promise<void> =>
  alsoAsUser(tx, userId, async () => {
    const told = EVENTS.written("account", kind, data);
    await tx.insert(accountEvents).values({ userId, id: newId(), kind, at: now, data: told });
  });
