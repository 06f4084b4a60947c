import { EXEMPT_REASONS } from "../../terms/sku-rule";
import { flag, ifSaid, oneOf, orNull, text } from "../fields";
import { isListed } from "../listed";
import { rule } from "../rule";

/** P-01, P-02, P-25: whether the prepaid programme reaches this line; exempt is a fact beside the verdict. */
export const prepaid = rule({
  name: "prepaid",
  outcomes: ["info"],
  effects: { prepaid_label: {}, unpaid_label: {}, exempt: {} },
  fields: {
    hasPrepaid: flag,
    exemptBy: orNull(oneOf(["sku", "category"])),
    exemptReason: ifSaid(orNull(oneOf(EXEMPT_REASONS))),
    sku: orNull(text),
    category: orNull(text),
  },
})(({ channel }, line, _terms, { exemptions }) => {
  if (channel.programme !== "seller_fulfilled") return null;
  const { hasPrepaid } = channel;
  const { sku, category, skuRule } = line;
  const listedBy = skuRule?.exemptReason ? "sku" : isListed(category, exemptions.categories) ? "category" : null;
  const exemptBy = hasPrepaid ? listedBy : null;
  return {
    outcome: "info",
    effect: exemptBy ? "exempt" : hasPrepaid ? "prepaid_label" : "unpaid_label",
    hasPrepaid,
    exemptBy,
    exemptReason: exemptBy === "sku" ? (skuRule?.exemptReason ?? null) : null,
    sku,
    category,
  };
});
