import type { Result } from "@/lib/kernel/result";
import type { Verdict } from "../../judging/verdict";
import { type ChannelMode, REACH } from "../../reach";
import { isAhead, isTerminal, STATUSES, type Status } from "./statuses";

/** Who moves a return: a member of the seller's team, the product's own clocks and rules, or the buyer. */
export type ActorKind = "seller" | "system" | "buyer";

/** What decideMove needs to know of one return. Instants are Dates; nothing here reads a clock. */
export type MoveSubject = {
  status: Status;
  /** The status before the last move, or null when nothing has moved it yet. */
  previousStatus: Status | null;
  lastMove: Move | null;
  lastMovedAt: Date | null;
  lastMovedBy: ActorKind | null;
  verdict: Verdict;
  /** In policy, on a channel with the prepaid programme, and no line exempt (P-01). */
  isPrepaidEligible: boolean;
  isOrderCancelled: boolean;
  mode: ChannelMode;
  /** What the last report or list says, in our words; null where none speaks of it, or no known word. */
  reportedStatus: Status | null;
  /** The decision that was made here and is not yet seen to be done on the marketplace, if any (P-19). */
  openHandover: Move | null;
  /** Somebody stood by the last move against what the report still says (P-24, *keep ours*). */
  hasKeptOurs: boolean;
  /** When an unanswered request expires (P-05) and when an authorized one lapses (S1-21). */
  expiresAt: Date | null;
  lapsesAt: Date | null;
  /** Until when a decision may be taken back, and whether something of it has left the outbox or has been paid. */
  undoUntil: Date | null;
  hasLeftOutbox: boolean;
  hasPaidRefund: boolean;
};

export type MoveInput = {
  /** undo: where the return stood, where that lies further back than one move. */
  undoTo?: Status;
  /** A person saw that the request is out of policy and goes on (with a note in the event). */
  isOverridden?: boolean;
  /** authorize: taken along with others, so that nobody has looked at this very request (S1-16). */
  isUnseen?: boolean;
  /** adopt: a report carries it out by itself where nothing was decided here; a person after a conflict. */
  adoptStatus?: Status;
  /** close: as stopped before hand-over, so that there is nothing to return; no carrier may have the parcel (S3-12). */
  interception?: "possible" | "too_late";
  /** withdraw by the seller: on the buyer's word (P-27). */
  isOnBuyersWord?: boolean;
};

export type MoveRefusal =
  | { code: "wrong_status"; status: Status }
  | { code: "not_for_you"; by: readonly ActorKind[] }
  | { code: "needs_override"; verdict: Verdict }
  | { code: "cancelled_unseen" }
  | { code: "prepaid_eligible" }
  | { code: "parcel_left" }
  | { code: "not_due"; dueAt: Date | null }
  | { code: "marketplace_decides" }
  | { code: "nothing_reported" }
  | { code: "same_as_reported" }
  | { code: "no_conflict" }
  | { code: "backwards"; reported: Status }
  | { code: "decided_here"; move: Move }
  | { code: "needs_buyers_word" }
  | { code: "nothing_to_undo" }
  | { code: "undo_over"; undoUntil: Date | null }
  | { code: "already_sent" }
  | { code: "already_paid" }
  | { code: "done_there" };

export type MoveContext = { subject: MoveSubject; input: MoveInput; actor: ActorKind; now: Date };
type Guard = (context: MoveContext) => MoveRefusal | null;

type MoveSpec = {
  from: readonly Status[];
  to: Status | ((context: MoveContext) => Status);
  by: readonly ActorKind[];
  guard?: Guard;
};

/** S1-05: what is out of policy is authorized only by somebody who saw that it is. */
const inPolicyOrOverridden: Guard = ({ subject, input, actor }) =>
  subject.verdict === "in_policy" || input.isOverridden || actor === "system"
    ? null
    : { code: "needs_override", verdict: subject.verdict };

/** What a buyer called off before it was sent may have nothing to send back: somebody looks at each of these. */
const notCancelledUnseen: Guard = ({ subject, input }) =>
  subject.isOrderCancelled && input.isUnseen ? { code: "cancelled_unseen" } : null;

/** S2-02: a prepaid-eligible request cannot be closed, unless nothing was sent that could come back. */
const notPrepaidEligible: Guard = ({ subject, input }) =>
  subject.isPrepaidEligible && input.interception !== "possible" ? { code: "prepaid_eligible" } : null;

/** S3-12: what a carrier has, or what nobody knows of, was not stopped. */
const couldBeStopped: Guard = ({ input }) => (input.interception === "too_late" ? { code: "parcel_left" } : null);

const marketplaceDecides: Guard = ({ subject }) =>
  REACH[subject.mode].carriesOut ? null : { code: "marketplace_decides" };

const due =
  (at: (subject: MoveSubject) => Date | null): Guard =>
  ({ subject, now }) => {
    const dueAt = at(subject);
    return dueAt !== null && dueAt <= now ? null : { code: "not_due", dueAt };
  };

const onBuyersWord: Guard = ({ input, actor }) =>
  actor === "seller" && !input.isOnBuyersWord ? { code: "needs_buyers_word" } : null;

/** Whether a reported status shows that the marketplace carried out what was decided here. */
export const confirmsDecision = (decision: Move, reported: Status): boolean =>
  decision === "authorize"
    ? reported === "awaiting_return" || reported === "received" || reported === "completed"
    : isTerminal(reported);

/**
 * P-24: the reported status contradicts what was decided here, and a person has to settle it.
 * A report that still shows the request as pending is lag.
 */
export const isInConflict = (
  subject: Pick<MoveSubject, "status" | "previousStatus" | "reportedStatus" | "openHandover" | "lastMove">,
): boolean => {
  const { status, previousStatus, reportedStatus, openHandover, lastMove } = subject;
  if (!reportedStatus || reportedStatus === status || reportedStatus === "authorization_required") return false;
  if (openHandover) return reportedStatus !== previousStatus && !confirmsDecision(openHandover, reportedStatus);
  // What only reports have moved was decided by nobody here: an older report is not a conflict.
  const wasDecidedHere = lastMove !== null && lastMove !== "adopt";
  return wasDecidedHere && isTerminal(status) && !isTerminal(reportedStatus);
};

/** A conflict that waits for a person; whoever kept ours has settled it until the report says something else. */
export const needsSettling = (subject: Parameters<typeof isInConflict>[0] & { hasKeptOurs: boolean }): boolean =>
  !subject.hasKeptOurs && isInConflict(subject);

/** P-24: what was decided here and no report overrules: what waits to be done there, or any decision where we act. */
const decidedHere = ({ openHandover, mode, lastMove }: MoveSubject): Move | null => {
  if (openHandover || !REACH[mode].carriesOut) return openHandover;
  return lastMove === "adopt" || lastMove === "undo" ? null : lastMove;
};

/** P-24: a report moves what nobody decided here, and only forwards; in a conflict a person may take its state. */
const adoptable: Guard = ({ subject, input, actor }) => {
  // A person takes a state only from a marketplace that acts itself, or where nobody could read it (P-29).
  const isFollowed = actor === "system" || REACH[subject.mode].confirmsBy !== null || subject.status === "unknown";
  if (!isFollowed || !input.adoptStatus) return { code: "nothing_reported" };
  if (input.adoptStatus === subject.status) return { code: "same_as_reported" };
  if (actor === "seller") {
    if (input.adoptStatus !== subject.reportedStatus) return { code: "nothing_reported" };
    return isInConflict(subject) ? null : { code: "no_conflict" };
  }
  // P-29: what is not known to be pending any more waits for nobody here.
  if (input.adoptStatus === "unknown" && subject.status === "authorization_required") return null;
  if (isTerminal(subject.status) || !isAhead(input.adoptStatus, subject.status))
    return { code: "backwards", reported: input.adoptStatus };
  const decided = decidedHere(subject);
  if (decided && !confirmsDecision(decided, input.adoptStatus)) return { code: "decided_here", move: decided };
  return null;
};

/** Decisions that somebody has to carry out on the marketplace where Homeward only mirrors it (P-19). */
export const isHandedOver = (move: Move): boolean => move === "authorize" || move === "close" || move === "withdraw";

const undoable: Guard = ({ subject, actor, now }) => {
  if (!subject.previousStatus || !subject.lastMove) return { code: "nothing_to_undo" };
  if (subject.hasLeftOutbox) return { code: "already_sent" };
  if (subject.hasPaidRefund) return { code: "already_paid" };
  // S4-07: what the buyer took back, the seller does not take up again.
  if (subject.lastMovedBy === "buyer") return { code: "nothing_to_undo" };
  // Taking an import back is the system's undo of its own adopt; a person's undo is for decisions within their window.
  if (subject.lastMove === "adopt") return actor === "system" ? null : { code: "nothing_to_undo" };
  if (subject.lastMove === "undo" || subject.lastMove === "expire" || subject.lastMove === "lapse")
    return { code: "nothing_to_undo" };
  // P-19: what is ticked or reported as done on the marketplace cannot be taken back here.
  if (REACH[subject.mode].mustBeTold && isHandedOver(subject.lastMove) && subject.openHandover === null)
    return { code: "done_there" };
  // An import is taken back as long as nothing of it has left.
  if (actor === "system") return null;
  return subject.undoUntil !== null && now <= subject.undoUntil
    ? null
    : { code: "undo_over", undoUntil: subject.undoUntil };
};

const both =
  (...guards: Guard[]): Guard =>
  (context) =>
    guards.reduce<MoveRefusal | null>((found, guard) => found ?? guard(context), null);

/** The acts, in the imperative. Buttons, bulk menus, the server's check, audit words and tests derive from it. */
export const MOVES = {
  authorize: {
    from: ["authorization_required"],
    to: "awaiting_return",
    by: ["seller", "system"],
    guard: both(notCancelledUnseen, inPolicyOrOverridden),
  },
  close: {
    from: ["authorization_required"],
    to: "closed",
    by: ["seller"],
    guard: both(couldBeStopped, notPrepaidEligible),
  },
  expire: {
    from: ["authorization_required"],
    to: "closed",
    by: ["system"],
    guard: both(
      marketplaceDecides,
      due((subject) => subject.expiresAt),
    ),
  },
  withdraw: {
    from: ["authorization_required", "awaiting_return"],
    to: "withdrawn",
    by: ["buyer", "seller"],
    guard: onBuyersWord,
  },
  lapse: {
    from: ["awaiting_return"],
    to: "lapsed",
    by: ["system"],
    guard: both(
      marketplaceDecides,
      due((subject) => subject.lapsesAt),
    ),
  },
  adopt: {
    from: STATUSES,
    to: ({ input, subject }) => input.adoptStatus ?? subject.status,
    by: ["system", "seller"],
    guard: adoptable,
  },
  undo: {
    from: STATUSES,
    to: ({ input, subject }) => input.undoTo ?? subject.previousStatus ?? subject.status,
    by: ["seller", "system"],
    guard: undoable,
  },
} as const satisfies Record<string, MoveSpec>;
export type Move = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as Move[];

/** Decides one move of one return: the status it leads to, or the refusal a person can read. Pure and total. */
export function decideMove(move: Move, context: MoveContext): Result<{ to: Status }, MoveRefusal> {
  const spec: MoveSpec = MOVES[move];
  const { subject, actor } = context;
  if (!spec.by.includes(actor)) return { ok: false, refusal: { code: "not_for_you", by: spec.by } };
  if (!spec.from.includes(subject.status))
    return { ok: false, refusal: { code: "wrong_status", status: subject.status } };
  const refusal = spec.guard?.(context) ?? null;
  if (refusal) return { ok: false, refusal };
  return { ok: true, value: { to: typeof spec.to === "function" ? spec.to(context) : spec.to } };
}

export type OpenMove = { move: Move; refusal: MoveRefusal | null };

/**
 * Every move an actor could make of a return in its status, with the reason where it is refused.
 * A move that only asks for one more word from the person (an override, the buyer's word) is open.
 */
export function movesOpenTo(subject: MoveSubject, actor: ActorKind, now: Date): OpenMove[] {
  return MOVE_NAMES.flatMap((move) => {
    const spec: MoveSpec = MOVES[move];
    if (!spec.by.includes(actor) || !spec.from.includes(subject.status)) return [];
    const input: MoveInput = {
      isOverridden: true,
      isOnBuyersWord: true,
      ...(subject.reportedStatus ? { adoptStatus: subject.reportedStatus } : {}),
    };
    const decided = decideMove(move, { subject, input, actor, now });
    return [{ move, refusal: decided.ok ? null : decided.refusal }];
  });
}
