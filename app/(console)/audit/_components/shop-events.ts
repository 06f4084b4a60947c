import type { SellerEventRow } from "@/db/queries/seller-events";

/** What can be done to a shop, in the order of the filter. */
export const SHOP_EVENTS = [
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
] as const satisfies readonly SellerEventRow["kind"][];
