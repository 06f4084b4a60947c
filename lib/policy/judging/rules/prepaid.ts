import { isListed } from "../listed";
import type { ReasonOf, Rule } from "../rule";

/** P-01, P-02, P-25: whether the prepaid programme reaches this line; exempt is a fact beside the verdict. */
export const prepaid: Rule<ReasonOf<"prepaid">> = ({ channel }, line, _terms, { exemptions }) => {
  if (channel.programme !== "seller_fulfilled") return null;
  const { hasPrepaid } = channel;
  const { sku, category, skuRule } = line;
  const listedBy = skuRule?.exemptReason ? "sku" : isListed(category, exemptions.categories) ? "category" : null;
  const exemptBy = hasPrepaid ? listedBy : null;
  return {
    rule: "prepaid",
    outcome: "info",
    effect: exemptBy ? "exempt" : hasPrepaid ? "prepaid_label" : "unpaid_label",
    hasPrepaid,
    exemptBy,
    exemptReason: exemptBy === "sku" ? (skuRule?.exemptReason ?? null) : null,
    sku,
    category,
  };
};
