import type { Tx } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { alsoAsUser } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import type { AccountEventKind } from "@/lib/policy/events/account-event-kinds";

type AccountEvent = { userId: string; kind: AccountEventKind; now: Date; data?: Record<string, unknown> };

/** Writes what happened to an account into its own history, in the transaction that does it. */
export const addAccountEvent = (tx: Tx, { userId, kind, now, data = {} }: AccountEvent): Promise<void> =>
  alsoAsUser(tx, userId, async () => {
    await tx.insert(accountEvents).values({ userId, id: newId(), kind, at: now, data });
  });
