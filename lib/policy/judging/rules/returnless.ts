import { RESOLUTIONS } from "../../terms/term-choices";
import { count, ifSaid, oneOf, orNull, text } from "../fields";
import { buyerCountry } from "../free-return";
import { isReached } from "../listed";
import { unitPrice } from "../price";
import { rule } from "../rule";

/** S4-14, P-17: what the buyer may keep by the seller's own rules, or because there is nowhere near to send it to. */
export const returnless = rule({
  name: "returnless",
  outcomes: ["info", "unknown"],
  effects: { none: {}, keep_item: {} },
  fields: {
    because: oneOf(["rule", "no_local_address", "none"]),
    name: orNull(text),
    resolution: orNull(oneOf(RESOLUTIONS)),
    priceMinor: orNull(count),
    currency: text,
    /** What the order was paid in, where that is another: then no rule with a price was asked. */
    otherCurrency: ifSaid(text),
    upToMinor: orNull(count),
  },
})((facts, line, terms) => {
  const { channel } = facts;
  // S0-20: the goods of a free return go to a warehouse of the platform.
  if (channel.programme !== "seller_fulfilled") return null;
  const { rules, noLocalAddressUpToMinor: upToMinor } = terms.returnless;
  const hasNoAddress = channel.returnCountry !== buyerCountry(facts);
  if (rules.length === 0 && (upToMinor === null || !hasNoAddress)) return null;
  const priceMinor = unitPrice(line);
  const item = { category: line.category, reason: line.reasonName, priceMinor };
  // Each version's first match; of two the refund, which gives the buyer more than another piece of it.
  const matches = (terms.parts ?? [terms]).flatMap(
    (part) => part.returnless.rules.find((rule) => isReached(rule, item)) ?? [],
  );
  const found = matches.find(({ resolution }) => resolution === "refund") ?? matches[0];
  const isFar = !found && hasNoAddress && upToMinor !== null && priceMinor !== null && priceMinor <= upToMinor;
  return {
    outcome: found || isFar || priceMinor !== null ? "info" : "unknown",
    effect: found || isFar ? "keep_item" : "none",
    because: found ? "rule" : isFar ? "no_local_address" : "none",
    name: found?.name ?? null,
    resolution: found?.resolution ?? (isFar ? "refund" : null),
    priceMinor,
    currency: channel.currency,
    ...(facts.otherCurrency && { otherCurrency: facts.otherCurrency }),
    upToMinor: found ? found.maxMinor : isFar ? upToMinor : null,
  };
});
