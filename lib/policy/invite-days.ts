/** How long an invitation can be accepted, in days. */
export const INVITE_DAYS = 7;
