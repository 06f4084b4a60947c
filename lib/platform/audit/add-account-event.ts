import type { Tx } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { alsoAsUser } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { type AccountTold, EVENTS } from "@/lib/policy/events/events";

type AccountEvent = AccountTold & { userId: string; now: Date };

/** Writes what happened to an account into its own history, in the transaction that does it. */
export const addAccountEvent = (tx: Tx, { userId, kind, now, data = {} }: AccountEvent): Promise<void> =>
  alsoAsUser(tx, userId, async () => {
    const told = EVENTS.written("account", kind, data);
    await tx.insert(accountEvents).values({ userId, id: newId(), kind, at: now, data: told });
  });
