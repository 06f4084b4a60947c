import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import type { EventRegistry, Registered, Thread, Told } from "@/lib/policy/events/event-registry";
import {
  type ClaimTold,
  EVENTS,
  type ImportTold,
  type ParcelTold,
  type RefundTold,
  type ReturnTold,
} from "@/lib/policy/events/events";

/** Who did it, when, and what it belongs to. */
type Circumstances = {
  /** Where something else has to name the event. */
  id?: string | undefined;
  sellerId: string;
  actor: Actor;
  now: Date;
  /** Of a move: from which status to which, and what else it did, as its undo reads it. */
  fromStatus?: string;
  toStatus?: string;
  effects?: unknown[];
  bulkActId?: string | undefined;
  importId?: string | undefined;
};

/** To what it happened, and under what a person reads it. */
type About<Kind extends string> = { subject: { kind: Kind; id: string | null }; thread: Thread | null };

const actorColumns = (actor: Actor) => ({
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  actorPart: actor.kind === "product" ? actor.part : null,
});

/** The rows of events that a registry knows; throws for what a kind does not tell. */
export const eventRowBy =
  <const Subjects extends Registered>(registry: EventRegistry<Subjects>) =>
  <Kind extends keyof Subjects & string>(event: About<Kind> & Told<Subjects[Kind]> & Circumstances) => ({
    sellerId: event.sellerId,
    id: event.id ?? newId(),
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    threadKind: event.thread?.kind ?? null,
    threadId: event.thread?.id ?? null,
    kind: event.kind,
    fromStatus: event.fromStatus ?? null,
    toStatus: event.toStatus ?? null,
    at: event.now,
    ...actorColumns(event.actor),
    data: registry.written(event.subject.kind, event.kind, event.data),
    effects: event.effects ?? null,
    bulkActId: event.bulkActId ?? null,
    importId: event.importId ?? null,
  });

/** Something that happened to a return, which is read under that return. */
export type ReturnEvent = ReturnTold & Circumstances & { returnId: string };

const rowBy = eventRowBy(EVENTS);

export const eventRow = ({ returnId, ...event }: ReturnEvent) => {
  const about = { kind: "return" as const, id: returnId };
  return rowBy({ ...event, subject: about, thread: about });
};

/** Something that happened to an import, which is about the shop itself. */
export const importEventRow = ({ subjectId, ...event }: ImportTold & Circumstances & { subjectId: string }) =>
  rowBy({ ...event, subject: { kind: "import", id: subjectId }, thread: null });

/** Something that happened to a parcel, which is read under the return that travels in it. */
export const parcelEventRow = ({
  subjectId,
  returnId,
  ...event
}: ParcelTold & Circumstances & { subjectId: string; returnId: string | null }) =>
  rowBy({
    ...event,
    subject: { kind: "parcel", id: subjectId },
    thread: returnId === null ? null : { kind: "return", id: returnId },
  });

/** Something that happened to a refund, which is read under its return, or under its order where it has none. */
export const refundEventRow = ({
  refund: { id, orderId, returnId },
  ...event
}: RefundTold & Circumstances & { refund: { id: string; orderId: string; returnId: string | null } }) =>
  rowBy({
    ...event,
    subject: { kind: "refund", id },
    thread: returnId === null ? { kind: "order", id: orderId } : { kind: "return", id: returnId },
  });

/** Something that happened to a claim, which is read under its return. */
export const claimEventRow = ({
  claim: { id, returnId },
  ...event
}: ClaimTold & Circumstances & { claim: { id: string; returnId: string } }) =>
  rowBy({ ...event, subject: { kind: "claim", id }, thread: { kind: "return", id: returnId } });
