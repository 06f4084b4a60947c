import { minorToDecimal } from "@/lib/kernel/money";
import type { RefundProblem } from "@/lib/policy/money/refund-quote";

type Sum = { amount: string; currency: string };
export type MakeRefundRefusal =
  | { code: "key_used" | "note_needed" | "nothing_to_refund" | "goods_awaited" | "money_alone" | "nothing_refundable" }
  | { code: "price_unknown" | "paid_unknown" | "over_price" | "kept_too_much" | "unit_photo_missing" }
  | { code: "difference_unexplained" }
  | { code: "too_many_units"; most: number }
  | ({ code: "over_left" | "over_shipping" | "refund_changed" | "reported_refund" } & Sum);

/** What bars a refund, as everybody is told it. */
export function problemRefusal(problem: RefundProblem, currency: string): MakeRefundRefusal {
  const sum = (amountMinor: number) => ({ amount: minorToDecimal({ amountMinor, currency }), currency });
  switch (problem.code) {
    case "over_left":
      return { code: "over_left", ...sum(problem.leftMinor) };
    case "over_shipping":
      return { code: "over_shipping", ...sum(problem.mostMinor) };
    case "too_many_units":
      return { code: "too_many_units", most: problem.most };
    default:
      return { code: problem.code };
  }
}
