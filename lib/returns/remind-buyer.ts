import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { addHours } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findAddressee } from "@/lib/messages/buyer-messages";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { STILL_COMING } from "@/lib/policy/machines/parcel/statuses";
import { isAwaited, type Status } from "@/lib/policy/machines/return/statuses";
import { type CannotWrite, writingRefused } from "./message-buyer";

const HOURS_BETWEEN = 24;

export type RemindRefusal =
  | CannotWrite
  | { code: "not_found" | "reminded_today" | "parcel_announced" }
  /** Nothing is awaited of it. */
  | { code: "wrong_status"; status: Status };

/** Asks the buyer by mail to send the parcel, once in 24 hours at most; who has named a number is not asked. */
export const remindBuyer = (
  { db, sellerId, actor, now }: Ctx,
  { returnId }: { returnId: string },
): Promise<Result<null, RemindRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, RemindRefusal>> => {
    await lockReturns(tx, sellerId, [returnId]);
    const [addressee, facts] = [
      await findAddressee(tx, sellerId, returnId),
      await findFacts(tx, sellerId, returnId, addHours(now, -HOURS_BETWEEN)),
    ];
    if (!addressee || !facts) return refuse({ code: "not_found" });
    const { status, hasParcel, wasReminded } = facts;
    if (!isAwaited(status)) return refuse({ code: "wrong_status", status });
    const refusal = writingRefused(addressee);
    if (refusal) return refuse(refusal);
    if (hasParcel) return refuse({ code: "parcel_announced" });
    if (wasReminded) return refuse({ code: "reminded_today" });
    const eventId = newId();
    await addEvents(tx, [{ id: eventId, sellerId, returnId, kind: "reminded", actor, now, data: {} }]);
    const message = { kind: "buyer.reminded" as const, returnId, eventId, dedupeKey: `buyer.reminded:${eventId}` };
    await writeTogether(tx, queuedMessages(sellerId, [{ ...message, availableAt: now, createdAt: now }]));
    return ok(null);
  });

async function findFacts(tx: Tx, sellerId: string, returnId: string, since: Date) {
  const reminder = tx
    .select({ one: sql`1` })
    .from(outbox)
    .where(
      and(
        eq(outbox.sellerId, sellerId),
        eq(outbox.returnId, returnId),
        eq(outbox.kind, "buyer.reminded"),
        gt(outbox.createdAt, since),
        isNotNull(outbox.eventId),
      ),
    );
  const [row] = await tx
    .select({
      status: returns.status,
      wasReminded: sql<boolean>`exists (${reminder})`,
      hasParcel: sql<boolean>`exists (
        select from parcel_returns l join parcels p on p.seller_id = l.seller_id and p.id = l.parcel_id
        where l.seller_id = ${sellerId} and l.return_id = ${returnId} and p.status in ${STILL_COMING})`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}
