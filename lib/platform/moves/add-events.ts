import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returnEvents } from "@/db/schema";
import { inputRows, insertion, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";

/** Something that happened to a return without moving it. */
export type ReturnEvent = {
  /** Where something else has to name the event. */
  id?: string | undefined;
  sellerId: string;
  returnId: string;
  kind:
    | "note"
    | "assigned"
    | "handed_over"
    | "handover_reopened"
    | "kept_ours"
    | "report_changed"
    | "judged_again"
    | "consequence_refused"
    | "messaged"
    | "not_delivered"
    | "forwarder_answered"
    | "refund_settled";
  actor: Actor;
  now: Date;
  data: Record<string, unknown>;
  importId?: string | undefined;
};

/** Adds events to the histories of locked returns and counts them in each version. */
export async function addEvents(tx: Tx, events: readonly ReturnEvent[]): Promise<void> {
  if (events.length === 0) return;
  await writeTogether(tx, [
    insertion(
      returnEvents,
      events.map(({ id, sellerId, returnId, kind, actor, now, data, importId }) => ({
        sellerId,
        id: id ?? newId(),
        returnId,
        kind,
        at: now,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        data,
        importId: importId ?? null,
      })),
    ),
    sql`update returns r set version = r.version + counted.events
      from (select seller_id, return_id, count(*)::int as events
            from ${inputRows(
              events.map(({ sellerId, returnId }) => ({ sellerId, returnId })),
              "seller_id uuid, return_id uuid",
            )} group by 1, 2) counted
      where r.seller_id = counted.seller_id and r.id = counted.return_id`,
  ]);
}
