import { describe, expect, it } from "vitest";
import { KNOWN_REASONS, normaliseReason, reasonKey } from "./reasons";

describe("return reasons", () => {
  it.each([
    ["CR-UNAUTHORIZED_PURCHASE", "unauthorized_purchase"],
    ["CR-QUALITY_UNACCEPTABLE", "quality"],
    ["CR-DAMAGED_BY_CARRIER", "box_and_item_damaged"],
    ["CR-ORDERED_WRONG_ITEM", "accidental_order"],
    ["CR-SWITCHEROO", "wrong_item_sent"],
    ["CR-NOT_COMPATIBLE", "incompatible"],
    ["CR-UNWANTED_ITEM", "no_longer_needed"],
    ["CR-DAMAGED_BY_FC", "item_damaged"],
    ["CR-FOUND_BETTER_PRICE", "better_price"],
    ["CR-DEFECTIVE", "defective"],
    ["CR-MISSING_PARTS", "missing_parts"],
    ["CR-EXTRA_ITEM", "extra_item"],
    ["AMZ-PG-BAD-DESC", "bad_description"],
    ["CR-MISSED_ESTIMATED_DELIVERY", "too_late"],
    ["CR-NO_REASON_GIVEN", "no_reason"],
    ["AMZ-PG-APP-TOO-SMALL", "too_small"],
    ["AMZ-PG-APP-TOO-LARGE", "too_large"],
    ["AMZ-PG-APP-TOO-LATE", "too_late"],
    ["AMZ-PG-WJ-TOO-SMALL", "too_small"],
    ["AMZ-PG-APP-STYLE", "style"],
    ["AMZ-PG-MISORDERED", "accidental_order"],
    ["AMZ-PG-BAD-ITEM", "defective"],
    ["AMZ-PG-DAMAGED", "item_damaged"],
    ["UND-UNKNOWN", "undeliverable"],
    ["UNDELIVERABLE_REFUSED", "delivery_refused"],
    ["APPAREL_TOO_SMALL", "too_small"],
    ["PART_NOT_COMPATIBLE", "incompatible"],
    ["NOT_AS_PHOTO", "bad_description"],
    ["Ordered by mistake", "accidental_order"],
    ["Color_not_as_described@3rdIssueReason", "bad_description"],
    ["Quantity shortage", "short_quantity"],
    ["Empty parcel", "empty_parcel"],
  ])("knows what %s means", (code, reason) => {
    expect(reasonKey(code)).toBe(reason);
  });

  it.each(["CR-UNWANTED_ITEM", "UNWANTED_ITEM", " UNWANTED_ITEM ", "cr-unwanted_item"])(
    "P-08 %s is the same reason with and without its prefix",
    (code) => {
      expect(reasonKey(code)).toBe("no_longer_needed");
    },
  );

  it.each(["XX-NEVER-SEEN-CODE", "", "CR-", "constructor", "__proto__", "AMZ-PG-APP-NEVER-SEEN"])(
    "P-08 the unknown code '%s' has no words and is left as it came",
    (code) => {
      expect(reasonKey(code)).toBeNull();
      expect(normaliseReason(code)).toBe(code);
    },
  );

  it("P-08 unknown codes with and without the prefix group together", () => {
    expect(normaliseReason("CR-BRAND_NEW")).toBe(normaliseReason("BRAND_NEW"));
  });

  it("reads its own names back", () => {
    for (const reason of KNOWN_REASONS) expect(reasonKey(reason)).toBe(reason);
  });
});
