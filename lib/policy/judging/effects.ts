import type { Verdict } from "./verdict";

/** What follows from a reason: a verdict, a label, or who pays the freight. */
export const EFFECTS = [
  "none",
  "in_policy",
  "out_of_policy",
  "not_returnable",
  "dispute_path",
  "exempt",
  "prepaid_label",
  "unpaid_label",
  "seller_pays",
  "buyer_pays",
  "carrier_pays",
  "marketplace_pays",
  "own_freight",
  "keep_item",
  "fee",
  "ask_forwarder",
  "message_buyer",
  "check_order",
] as const;
export type Effect = (typeof EFFECTS)[number];

/** The verdict an effect leads to; all others leave the request in policy (P-25). */
export const VERDICT_OF_EFFECT: Partial<Record<Effect, Verdict>> = {
  out_of_policy: "out_of_policy",
  dispute_path: "out_of_policy",
  not_returnable: "not_returnable",
};
