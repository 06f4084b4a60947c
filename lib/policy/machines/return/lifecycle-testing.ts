import { type ActorKind, decideMove, type Move, type MoveInput, type MoveSubject } from "./lifecycle";

export const now = new Date("2026-02-20T12:00:00Z");
export const past = new Date("2026-02-20T12:00:00Z");
export const future = new Date("2026-02-20T12:00:01Z");

export const aSubject = (changes: Partial<MoveSubject> = {}): MoveSubject => ({
  status: "authorization_required",
  previousStatus: null,
  lastMove: null,
  lastMovedAt: null,
  lastMovedBy: null,
  verdict: "in_policy",
  isPrepaidEligible: false,
  isOrderCancelled: false,
  mode: "managed",
  reportedStatus: null,
  openHandover: null,
  hasKeptOurs: false,
  expiresAt: null,
  lapsesAt: null,
  undoUntil: null,
  hasLeftOutbox: false,
  hasPaidRefund: false,
  ...changes,
});

/** What becomes of a move: the status it leads to, or the code of its refusal. */
export const outcome = (
  move: Move,
  changes: Partial<MoveSubject>,
  actor: ActorKind = "seller",
  input: MoveInput = {},
) => {
  const decided = decideMove(move, { subject: aSubject(changes), input, actor, now });
  return decided.ok ? decided.value.to : decided.refusal.code;
};
