/** What can happen to an account, in the order in which a person looks for it. */
export const ACCOUNT_EVENT_KINDS = [
  "signed_in",
  "sign_in_failed",
  "locked",
  "reset_asked",
  "reset_offered",
  "reset_used",
  "password_changed",
  "shop_entered",
  "shop_left",
] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENT_KINDS)[number];
