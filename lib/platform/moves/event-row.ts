import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import { events, type ReturnTold } from "@/lib/policy/events/events";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** Something that happened to a return. */
export type ReturnEvent = ReturnTold & {
  /** Where something else has to name the event. */
  id?: string | undefined;
  sellerId: string;
  returnId: string;
  actor: Actor;
  now: Date;
  /** Of a move: from which status to which. */
  fromStatus?: Status;
  toStatus?: Status;
  jobId?: string | undefined;
  importId?: string | undefined;
};

/** The row of an event; throws for what its kind does not tell. */
export const eventRow = ({ sellerId, returnId, kind, data, actor, now, ...event }: ReturnEvent) => ({
  sellerId,
  id: event.id ?? newId(),
  returnId,
  kind,
  fromStatus: event.fromStatus ?? null,
  toStatus: event.toStatus ?? null,
  at: now,
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  data: events.written("return", kind, data),
  jobId: event.jobId ?? null,
  importId: event.importId ?? null,
});
