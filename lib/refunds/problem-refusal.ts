import { minorToDecimal } from "@/lib/kernel/money";
import type { RefundProblem } from "@/lib/policy/money/refund-quote";
import type { MakeRefundRefusal } from "./make-refund";

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
