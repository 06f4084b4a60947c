import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { alsoAsUser } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { list } from "@/lib/kernel/list/list";
import { type AccountTold, EVENTS } from "@/lib/policy/events/events";
import { type Clauses, listSql } from "../list/list-sql";

const readAccountEvents = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ key, id: accountEvents.id, kind: accountEvents.kind, at: accountEvents.at, data: accountEvents.data })
    .from(accountEvents)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type AccountEventRow = Omit<Awaited<ReturnType<typeof readAccountEvents>>[number], "key">;

/** What happened to an account, for its own person, newest first. */
export const ACCOUNT_EVENTS = list<AccountEventRow>()({
  filter: {},
  columns: {
    at: { value: ({ at }) => at, sort: "instant" },
    event: { value: ({ kind }) => kind },
    data: { value: ({ data }) => JSON.stringify(data) },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-at",
  sizes: [30],
});

export const ACCOUNT_EVENT_LIST = listSql(ACCOUNT_EVENTS, {
  table: accountEvents,
  id: accountEvents.id,
  base: ({ userId }: { userId: string }) => eq(accountEvents.userId, userId),
  filter: {},
  sort: { at: accountEvents.at },
  read: readAccountEvents,
});

type AccountEvent = AccountTold & { userId: string; now: Date };

/** Writes what happened to an account into its own history, in the transaction that does it. */
export const addAccountEvent = (tx: Tx, { userId, kind, now, data = {} }: AccountEvent): Promise<void> =>
  alsoAsUser(tx, userId, async () => {
    const told = EVENTS.written("account", kind, data);
    await tx.insert(accountEvents).values({ userId, id: newId(), kind, at: now, data: told });
  });
