import type { Status } from "./statuses";

/** The stages of a way back that AliExpress tells apart where we have one status. */
export type AliexpressWord = "buyer_to_send" | "to_arrive";

/** What AliExpress calls the states of a dispute and of the way back, in its own codes, with its stage of our status. */
export const ALIEXPRESS_STATUSES: readonly (readonly [string, Status, AliexpressWord?])[] = [
  ["wait_seller_confirm_refund", "authorization_required"],
  ["wait_buyer_send_goods", "awaiting_return", "buyer_to_send"],
  ["wait_for_buyer_returnid", "awaiting_return", "buyer_to_send"],
  ["wait_seller_receive_goods", "awaiting_return", "to_arrive"],
  ["wait_for_warehouse_confirmation", "awaiting_return", "to_arrive"],
  ["wait_for_warehouse_quality_check", "received"],
  ["return_success", "received"],
  ["refund_success", "completed"],
  ["refund_reject", "closed"],
  ["canceled_issue", "withdrawn"],
];
