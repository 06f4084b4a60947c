import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { fieldErrors } from "@/lib/platform/field-errors";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { channelSettingsSchema } from "./channel-settings-input";

const { automation: _, ...work } = defaultPolicy.operation;
const facts = {
  name: "Own shop",
  programme: "seller_fulfilled",
  plan: "individual",
  hasPrepaid: false,
  country: "US",
  currency: "USD",
  timeZone: "America/Los_Angeles",
  defaultAddressId: null,
};
const form = { channelId: newId(), seen: { version: 1, replyTo: null, facts }, facts, replyTo: "", operation: work };
const rule = { name: "Far", addressId: newId(), categories: [], reasons: [], minMinor: 500, maxMinor: 400 };
const place = { country: "ES", method: "drop_off", carrier: "", site: "", phone: "", warehouse: "" };

const wrong = (change: { operation?: object; replyTo?: string; facts?: object }) => {
  const whole = {
    ...form,
    ...change,
    facts: { ...facts, ...change.facts },
    operation: { ...work, ...change.operation },
  };
  const parsed = channelSettingsSchema.safeParse(whole, { reportInput: true });
  return parsed.success ? {} : fieldErrors(parsed.error);
};

test.each([
  [{ operation: { undoSeconds: 61 } }, { "operation.undoSeconds": ["too_big"] }],
  [{ operation: { undoSeconds: -1 } }, { "operation.undoSeconds": ["too_small"] }],
  [{ operation: { undoSeconds: 1.5 } }, { "operation.undoSeconds": ["invalid"] }],
  [{ operation: { undoSeconds: Number.NaN } }, { "operation.undoSeconds": ["invalid"] }],
  [{ operation: { undoSeconds: 0 } }, {}],
  [{ operation: { undoSeconds: 60 } }, {}],
  [{ replyTo: "help@shop" }, { replyTo: ["bad_email"] }],
  [{ replyTo: "help@shop.example, other@shop.example" }, { replyTo: ["bad_email"] }],
  [{ operation: { instructions: { en: "x".repeat(1001) } } }, { "operation.instructions.en": ["too_long"] }],
  [{ facts: { name: " " } }, { "facts.name": ["required"] }],
  [{ facts: { timeZone: "Mars/Base" } }, { "facts.timeZone": ["invalid"] }],
])("P-03 a setting out of its bounds is refused at its field (%#)", (change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

test.each([
  ["RMA-1", "rma_number_missing"],
  ["{check}-{number}", "rma_check_last"],
  ["rma {number}", "rma_bad_characters"],
])("S1-07 a format %s that makes no RMA is refused with what it lacks", (format, code) => {
  const fields = wrong({ operation: { rma: { format, isOwn: false } } });
  expect(fields["operation.rma.format"]).toContain(code);
});

test("S1-14 a price range that holds no price is refused at its rule", () => {
  expect(wrong({ operation: { addressRules: [rule] } })).toEqual({
    "operation.addressRules.0.minMinor": ["min_above_max"],
  });
});

test("a country stands in the table once", () => {
  expect(wrong({ operation: { freeReturnCountries: [place, place] } })).toEqual({
    "operation.freeReturnCountries.1.country": ["country_twice"],
  });
});

test("an address for answers is kept in its one spelling, and none at all is none", () => {
  expect(channelSettingsSchema.parse({ ...form, replyTo: " Help@Shop.Example " }).replyTo).toBe("help@shop.example");
  expect(channelSettingsSchema.parse(form).replyTo).toBeNull();
});
