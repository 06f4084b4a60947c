import type { MergedTerms } from "../terms/merge-terms";
import type { LineFacts, ReturnFacts } from "./facts";
import { reasonName } from "./fault";
import { type NamedWindow, returnWindow } from "./return-window";

/** A line with what several rules ask of it, worked out once. */
export type LineToJudge = LineFacts & {
  window: NamedWindow;
  /** Its reason as terms name it. */
  reasonName: string;
};

export const lineToJudge = (facts: ReturnFacts, line: LineFacts, terms: MergedTerms): LineToJudge => ({
  // Named one by one: a copy by spreading takes longer than all rules together.
  id: line.id,
  sku: line.sku,
  category: line.category,
  reason: line.reason,
  quantity: line.quantity,
  orderedQuantity: line.orderedQuantity,
  alreadyReturnedQuantity: line.alreadyReturnedQuantity,
  amountMinor: line.amountMinor,
  hasFreeReturn: line.hasFreeReturn,
  skuRule: line.skuRule,
  reasonFault: line.reasonFault,
  window: returnWindow(facts, line, terms),
  reasonName: reasonName(line.reason),
});
