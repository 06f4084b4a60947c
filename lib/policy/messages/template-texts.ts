import type { Variable } from "./fill-template";
import type { TemplateKind } from "./message";

export const SUBJECT_AT_MOST = 200;

/** Messages that a person picks when writing to a buyer; empty: a neutral one (S4-10, S2-11, S3-10). */
export const MESSAGE_REASONS = ["", "what_does_not_match", "shipping_cost", "on_its_way"] as const;

type Judged = { outbound?: string | null | undefined; label: { paidBy: string } };

/** Those that fit a return: the cost is told only where it is the buyer's, and of the way only what is on it (S2-11, S3-10). */
export const messageReasons = ({ outbound, label }: Judged) =>
  MESSAGE_REASONS.filter(
    (reason) =>
      (reason !== "shipping_cost" || label.paidBy === "buyer") &&
      (reason !== "on_its_way" || outbound === "on_its_way"),
  );

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
  "buyer.reminded": [...OF_THE_RETURN, "rma", "sendBackBy"],
  "buyer.extended": [...OF_THE_RETURN, "rma", "sendBackBy"],
  "buyer.received": [...OF_THE_RETURN, "rma"],
  "buyer.refunded": [...OF_THE_RETURN, "refundAmount", "refundedOn"],
  "buyer.closed": [...OF_THE_RETURN, "reason"],
  "buyer.message": [...OF_THE_RETURN, "rma", "returnCost"],
};
