/** What can be done to a shop itself, in the order in which a person looks for it. */
export const SELLER_EVENT_KINDS = [
  "terms_published",
  "operation_changed",
  "automation_paused",
  "automation_resumed",
  "member_invited",
  "invite_revoked",
  "member_joined",
  "role_changed",
  "limits_changed",
  "member_deactivated",
  "member_reactivated",
] as const;
export type SellerEventKind = (typeof SELLER_EVENT_KINDS)[number];
