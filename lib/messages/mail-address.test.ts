import { describe, expect, it } from "vitest";
import { deliverable, oneLine } from "./mail-address";

describe("who mail is sent to", () => {
  it.each([
    ["Buyer.One@Shop.NET", "buyer.one@shop.net"],
    ["victim＠shop.net", "victim@shop.net"],
  ])("N11 spells %j as %j", (typed, sent) => expect(deliverable(typed)).toBe(sent));

  it.each([
    null,
    "",
    "a@evil.net,victim@shop.net",
    '"e@evil.net"@shop.net',
    "a@shop.net\r\nBcc: c@d.net",
    "a@shop.net.",
    `${"a".repeat(320)}@shop.net`,
    "owner@demo.test",
    "mei@buyers.example",
    "a@b.invalid",
    "a@b.localhost",
  ])("N11 sends nothing to %j", (typed) => expect(deliverable(typed)).toBeNull());

  it("I13 leaves nothing in a header that could end its line", () => {
    expect(oneLine('Ann\r\nBcc: victim@shop.net\u2028, "x" <y>\u0000\t')).toBe('Ann Bcc: victim@shop.net , "x" <y>');
  });
});
