/** Why a request is closed. Whether the buyer is written to is data, as is the refund that comes with it (S2-03). */
export const CLOSE_REASONS = [
  { code: "window_expired", needsComment: true, carriesRefund: false },
  { code: "not_returnable", needsComment: true, carriesRefund: false },
  { code: "refund_without_return", needsComment: true, carriesRefund: true },
  { code: "buyer_withdrew", needsComment: false, carriesRefund: false },
  { code: "duplicate", needsComment: true, carriesRefund: false },
  { code: "resolved_with_buyer", needsComment: true, carriesRefund: false },
  { code: "not_our_item", needsComment: true, carriesRefund: false },
  // S3-12: the forwarder could stop the parcel; what was paid goes back.
  { code: "intercepted", needsComment: true, carriesRefund: true },
  { code: "other", needsComment: true, carriesRefund: false },
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
export type CloseReasonCode = CloseReason["code"];

export const CLOSE_REASON_CODES = CLOSE_REASONS.map(({ code }) => code);

export const findCloseReason = (code: string): CloseReason | null =>
  CLOSE_REASONS.find((reason) => reason.code === code) ?? null;
