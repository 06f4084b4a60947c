export const FAULTS = ["seller", "carrier", "buyer"] as const;
export type Fault = (typeof FAULTS)[number];

/** P-09: what a holiday row's first two dates are compared with. */
export const HOLIDAY_BASES = ["bought", "shipped"] as const;
export const RESOLUTIONS = ["refund", "replacement"] as const;

/** S4-01, in the order of its choices (1), (2), (3). */
export const AUTOMATION_CHOICES = ["each", "all", "policy"] as const;
export const ANSWER_CONSEQUENCES = ["nothing", "authorize", "refund"] as const;
/** What a marketplace does where goods came and nothing was refunded in time (P-04). */
export const REFUND_CONSEQUENCES = ["nothing", "refund"] as const;
