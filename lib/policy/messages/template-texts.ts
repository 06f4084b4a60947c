import type { Variable } from "./fill-template";
import type { TemplateKind } from "./message";

export const SUBJECT_AT_MOST = 200;

/** Messages that a person picks when writing to a buyer; empty: a neutral one (S4-10, S2-11, S3-10). */
export const MESSAGE_REASONS = ["", "what_does_not_match", "shipping_cost", "on_its_way"] as const;

/** For what a kind can have words of its own; empty: whatever the reason. A closing's are the seller's to name. */
export function templateReasons(kind: TemplateKind, closeReasons: readonly string[]): readonly string[] {
  if (kind === "buyer.closed") return ["", ...closeReasons];
  return kind === "buyer.message" ? MESSAGE_REASONS : [""];
}

const OF_THE_RETURN = ["buyerName", "itemName", "orderNumber", "shopName", "returnNumber"] as const;

/** What is known when a message of the kind is written. */
export const OFFERED_VARIABLES: Record<TemplateKind, readonly Variable[]> = {
  "buyer.requested": OF_THE_RETURN,
  "buyer.authorized": [...OF_THE_RETURN, "rma", "returnAddress", "instructions", "sendBackBy"],
  "buyer.closed": [...OF_THE_RETURN, "reason"],
  "buyer.message": [...OF_THE_RETURN, "rma", "returnCost"],
};
