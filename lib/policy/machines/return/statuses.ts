export const STATUSES = [
  "authorization_required",
  "awaiting_return",
  "received",
  "completed",
  "closed",
  "withdrawn",
  "lapsed",
  "unknown",
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * Which tab of Manage Returns a status stands in; Disputes and All are overlays and not listed here. A word that nobody
 * knows (P-29) is in none: nothing can be done of it but to wait for another.
 */
export const TAB_OF_STATUS = {
  authorization_required: "authorization_required",
  awaiting_return: "awaiting_return",
  received: "received",
  completed: "closed",
  closed: "closed",
  withdrawn: "closed",
  lapsed: "closed",
  unknown: null,
} as const satisfies Record<Status, string | null>;
export type StatusTab = NonNullable<(typeof TAB_OF_STATUS)[Status]>;

/** P-11: in these a request holds no units of its order any more; the buyer may ask for them again. */
export const UNITS_FREED_IN = ["closed", "withdrawn", "lapsed"] as const satisfies readonly Status[];

const FREED: readonly Status[] = UNITS_FREED_IN;
/** Whether a move frees units of the order, or takes them again: its other requests have another limit then. */
export const changesUnits = (from: Status, to: Status): boolean => FREED.includes(from) !== FREED.includes(to);

/** The tab of what nobody has decided on. */
export const UNDECIDED_TAB = TAB_OF_STATUS.authorization_required;

/** Nobody has said yet what becomes of it. */
export const UNDECIDED = "authorization_required" satisfies Status;
export const isUndecided = (status: Status): boolean => status === UNDECIDED;

/** Its refund was given. */
export const COMPLETED = "completed" satisfies Status;

/** P-29: the marketplace said a word that nobody knows. */
export const NOT_UNDERSTOOD = "unknown" satisfies Status;

export const isTerminal = (status: Status): boolean => TAB_OF_STATUS[status] === "closed";

/** Over for good: goods that come now are kept with it, and begin nothing anew. */
export const isEnded = (status: Status): boolean => status === "closed" || status === "completed";

/** How far a return has come; a report never takes it back (P-24). */
const PROGRESS: Record<Status, number> = {
  unknown: -1,
  authorization_required: 0,
  awaiting_return: 1,
  received: 2,
  completed: 3,
  closed: 3,
  withdrawn: 3,
  lapsed: 3,
};

/** P-24: whether a report that says `said` is older than one that said `known`; marketplaces do not go back either. */
export const isBehind = (said: Status, known: Status): boolean => PROGRESS[said] < PROGRESS[known];

/** Whether a status lies further on than another one; what ends a return lies equally far. */
export const isAhead = (status: Status, of: Status): boolean => PROGRESS[status] > PROGRESS[of];

/** Statuses of a marketplace that nobody answered for. */
export const UNANSWERED: readonly Status[] = ["withdrawn", "lapsed", "unknown"];

/** In which the parcel is awaited: such a return has papers to print. */
export const AWAITED = "awaiting_return" satisfies Status;
export const isAwaited = (status: Status): boolean => status === AWAITED;

/** Something of it has come. */
export const RECEIVED = "received" satisfies Status;
export const hasCome = (status: Status): boolean => status === RECEIVED;

/** Whether goods are still to come: none have, or a clock still runs for what is missing of those that have. */
export const awaitsGoods = ({ status, runs }: { status: Status; runs: boolean }): boolean =>
  isAwaited(status) || (hasCome(status) && runs);

/** What a marketplace still calls approved has come back where it also says when. */
export const delivered = (status: Status | null): Status | null => (status === AWAITED ? "received" : status);
