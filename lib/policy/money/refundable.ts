import type { Status } from "../machines/return/statuses";

/** What may be refunded of a return where it stands: its units, money beside them alone (S2-13), or nothing. */
export type Refundable = "units" | "money" | "nothing";
const REFUNDABLE = {
  authorization_required: "money",
  awaiting_return: "units",
  received: "units",
  completed: "units",
  closed: "money",
  withdrawn: "money",
  lapsed: "money",
  unknown: "nothing",
} as const satisfies Record<Status, Refundable>;

/** What a refund of a return in this status may give back; what ended is refunded further by name, as money alone. */
export const refundableIn = (status: Status): Refundable => REFUNDABLE[status];

/**
 * P-22: what the marketplace says it gave back without us. It may report ours too once they are made there, so what was
 * known to be others' when ours were made stays theirs, and of the rest only what ours do not explain counts.
 */
export const refundedOutside = (given: { reportedMinor: number; heldMinor: number; knownMinor: number }): number =>
  Math.max(given.knownMinor, given.reportedMinor - given.heldMinor, 0);

type Waiting = { id: string; amountMinor: number };

/**
 * P-22: which of the refunds that wait, oldest first, a report tells of by what it tells beyond what is known: the first ones
 * where they come to exactly that, else the only one of that amount. A sum that fits nothing tells of none.
 */
export function confirmedBy(toldMinor: number, waiting: readonly Waiting[]): string[] {
  if (toldMinor <= 0) return [];
  let sum = 0;
  for (const [at, { amountMinor }] of waiting.entries()) {
    sum += amountMinor;
    if (sum === toldMinor) return waiting.slice(0, at + 1).map(({ id }) => id);
  }
  const [only, ...others] = waiting.filter(({ amountMinor }) => amountMinor === toldMinor);
  return only && others.length === 0 ? [only.id] : [];
}
