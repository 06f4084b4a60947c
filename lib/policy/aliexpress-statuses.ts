import type { Status } from "./lifecycle";

/** What AliExpress calls the states of a dispute and of the way back, in its own codes. */
export const ALIEXPRESS_STATUSES: readonly (readonly [string, Status])[] = [
  ["wait_seller_confirm_refund", "authorization_required"],
  ["wait_buyer_send_goods", "awaiting_return"],
  ["wait_for_buyer_returnid", "awaiting_return"],
  ["wait_seller_receive_goods", "awaiting_return"],
  ["wait_for_warehouse_confirmation", "awaiting_return"],
  ["wait_for_warehouse_quality_check", "received"],
  ["return_success", "received"],
  ["refund_success", "completed"],
  ["refund_reject", "closed"],
  ["canceled_issue", "withdrawn"],
];
