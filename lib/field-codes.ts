/** What may be wrong with a field; the words are in `actionErrors.fields`. */
export const FIELD_CODES = [
  "required",
  "too_short",
  "too_long",
  "too_small",
  "too_big",
  "invalid",
  "unknown_field",
  "bad_email",
  "email_taken",
  "wrong_password",
  "password_too_short",
  "password_too_long",
  "password_too_common",
  "in_future",
  "before_order",
  "bad_amount",
] as const;
