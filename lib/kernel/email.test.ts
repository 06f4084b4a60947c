import { describe, expect, it } from "vitest";
import { canonicalEmail } from "./email";

describe("canonicalEmail", () => {
  it.each([
    ["Owner@Demo.Test", "owner@demo.test"],
    ["  a.b+c@x-y.example ", "a.b+c@x-y.example"],
    ["victim＠x.test", "victim@x.test"],
    ["ｆｕｌｌ@x.test", "full@x.test"],
  ])("spells %j as %j", (typed, canonical) => expect(canonicalEmail(typed)).toBe(canonical));

  it.each([
    "",
    "a",
    "a@b",
    "a@evil.test,victim@x.test",
    '"e@evil.test"@victim.test',
    "a@b@c.test",
    "a@b.test\r\nBcc: c@d.test",
    "a@b.test.",
    ".a@b.test",
    "a..b@c.test",
    "a@-b.test",
    "a b@c.test",
    "ä@b.test",
    "a@bücher.test",
    `${"a".repeat(65)}@b.test`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.test`,
  ])("refuses %j", (typed) => expect(canonicalEmail(typed)).toBeNull());
});
