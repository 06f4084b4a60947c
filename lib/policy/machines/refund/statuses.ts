/**
 * How money that goes back stands. `intended` was announced, its amount may be open; `asked` waits for a second person;
 * `pending` is on its way; `unknown` left, and nobody has heard whether it arrived.
 */
export const REFUND_STATUSES = [
  "intended",
  "asked",
  "pending",
  "succeeded",
  "failed",
  "unknown",
  "cancelled",
  "declined",
] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** In these its amount is held of what the buyer paid: nobody else can give it back as well. */
export const HELD_IN = ["asked", "pending", "unknown", "succeeded"] as const satisfies readonly RefundStatus[];
const HELD: readonly RefundStatus[] = HELD_IN;
export const isHeld = (status: RefundStatus): boolean => HELD.includes(status);

/** It is on its way, as far as anybody knows: a report can tell that it was made. */
export const TO_CONFIRM = ["pending", "unknown"] as const satisfies readonly RefundStatus[];

/** The money has left. */
export const PAID = "succeeded" satisfies RefundStatus;

/** It did not arrive. */
export const FAILED = "failed" satisfies RefundStatus;

/** Whether it will arrive is not decided. */
export const UNSETTLED_IN = ["intended", "asked", "pending", "unknown"] as const satisfies readonly RefundStatus[];

/** What its own maker does: announced only, asking for a second person, or on its way. */
export const MADE = { announced: "intended", asking: "asked", leaving: "pending" } as const satisfies Record<
  string,
  RefundStatus
>;

/** It waits for a second person. */
export const isAsking = (status: RefundStatus | null): boolean => status === MADE.asking;

/** It did not arrive, for sure: it may be tried again. Of what nobody has heard, somebody has to look first. */
export const mayRetry = (status: RefundStatus): boolean => status === FAILED;

/** Somebody has to make it where the buyer paid. */
export const isToMake = (status: RefundStatus): boolean => status === MADE.leaving;

/** Somebody who had to approve it said no. */
export const isDeclined = (status: RefundStatus): boolean => status === "declined";
