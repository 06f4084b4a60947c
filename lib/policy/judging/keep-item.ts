import type { KeepItem } from "./evaluation";
import type { Reason } from "./rules";

/** S2-10, S4-14: whether the buyer should keep the whole of it: by a rule for every line, else by what the way costs. */
export function keepItemOf(reasonsByLine: readonly (readonly Reason[])[], all: readonly Reason[]): KeepItem | null {
  if (!all.some(({ effect }) => effect === "keep_item")) return null;
  const ofLines = reasonsByLine.map((reasons) => reasons.find((reason) => reason.rule === "returnless"));
  const [first] = ofLines;
  const isByRule = ofLines.length > 0 && ofLines.every((reason) => reason?.effect === "keep_item");
  if (isByRule && first?.rule === "returnless" && first.because !== "none")
    return { because: first.because, name: first.name, resolution: first.resolution ?? "refund" };
  const isDear = all.some(({ rule, effect }) => rule === "worth_returning" && effect === "keep_item");
  return isDear ? { because: "cost", name: null, resolution: "refund" } : null;
}
