/** Why a return is over although not all of it was refunded, or came. */
export const COMPLETION_REASONS = [
  "buyer_keeps",
  "replaced",
  "refunded_there",
  "not_ours",
  "condition",
  "agreed",
  "other",
] as const;
export type CompletionReason = (typeof COMPLETION_REASONS)[number];

/** What says nothing by itself says it in a note. */
export const needsNote = (reason: CompletionReason | null): boolean => reason === "other";
