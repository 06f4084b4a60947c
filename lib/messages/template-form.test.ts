import { expect, test } from "vitest";
import { fieldErrors } from "@/lib/platform/field-errors";
import { saveTemplateSchema } from "./template-input";

const form = { kind: "buyer.closed", locale: "en", reason: "duplicate", seen: 0, subject: "About it", body: "Hello" };
const wrong = (change: object) => {
  const parsed = saveTemplateSchema.safeParse({ ...form, ...change }, { reportInput: true });
  return parsed.success ? {} : fieldErrors(parsed.error);
};

test.each([
  ["no subject", { subject: " " }, { subject: ["required"] }],
  ["no text", { body: "\n\n" }, { body: ["required"] }],
  ["a subject that no mail program shows whole", { subject: "x".repeat(201) }, { subject: ["too_long"] }],
  ["a text longer than the comments of a closing may be", { body: "x".repeat(4001) }, { body: ["too_long"] }],
  ["a reason of another kind", { reason: "shipping_cost" }, { reason: ["invalid"] }],
  ["a message to the team", { kind: "team.requested" }, { kind: ["invalid"] }],
])("S2-07 a text is refused at its field: %s", (_, change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

test("S2-07 a subject stays on its line, and unknown words in braces are the seller's own affair", () => {
  const parsed = saveTemplateSchema.parse({ ...form, subject: "One\r\nBcc: two", body: "Dear {nobody},\r\nbye\n" });
  expect(parsed).toMatchObject({ subject: "One Bcc: two", body: "Dear {nobody},\nbye" });
});
