import type { Peek } from "./peek-of";

/** Instants come as text through a route handler. */
export function readPeek(sent: Peek): Peek {
  const deadlines = sent.item.deadlines.map((deadline) => ({
    ...deadline,
    dueAt: new Date(deadline.dueAt),
    closedAt: deadline.closedAt && new Date(deadline.closedAt),
  }));
  const events = sent.events.map(({ at, data, ...event }) => ({
    ...event,
    at: new Date(at),
    data: { ...data, lateSince: data.lateSince && new Date(data.lateSince) },
  }));
  return {
    ...sent,
    item: { ...sent.item, deadlines },
    events,
    now: new Date(sent.now),
  };
}
