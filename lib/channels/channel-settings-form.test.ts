import { expect, test } from "vitest";
import { fieldErrors } from "../field-errors";
import { newId } from "../ids";
import { channelSettingsSchema } from "./channel-settings-form";

const form = {
  channelId: newId(),
  seen: { version: 1, replyTo: null },
  undoSeconds: 15,
  requestMail: { isOn: true, hasLinks: false },
  replyTo: "",
  instructions: "",
};
const wrong = (change: object) => {
  const parsed = channelSettingsSchema.safeParse({ ...form, ...change }, { reportInput: true });
  return parsed.success ? {} : fieldErrors(parsed.error);
};

test.each([
  [{ undoSeconds: 61 }, { undoSeconds: ["too_big"] }],
  [{ undoSeconds: -1 }, { undoSeconds: ["too_small"] }],
  [{ undoSeconds: 1.5 }, { undoSeconds: ["invalid"] }],
  [{ undoSeconds: Number.NaN }, { undoSeconds: ["invalid"] }],
  [{ undoSeconds: 0 }, {}],
  [{ undoSeconds: 60 }, {}],
  [{ replyTo: "help@shop" }, { replyTo: ["bad_email"] }],
  [{ replyTo: "help@shop.example, other@shop.example" }, { replyTo: ["bad_email"] }],
  [{ instructions: "x".repeat(1001) }, { instructions: ["too_long"] }],
])("P-03 a setting out of its bounds is refused at its field (%#)", (change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

test("an address for answers is kept in its one spelling, and none at all is none", () => {
  expect(channelSettingsSchema.parse({ ...form, replyTo: " Help@Shop.Example " }).replyTo).toBe("help@shop.example");
  expect(channelSettingsSchema.parse(form).replyTo).toBeNull();
});
