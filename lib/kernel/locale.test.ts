import { describe, expect, it } from "vitest";
import { resolveLocale, resolveTimeZone } from "./locale";

describe("the language of a request", () => {
  it.each([
    ["zh-CN", "en-US,en;q=0.9", "zh-CN"],
    ["en", "zh-CN", "en"],
    ["de", "zh-CN,zh;q=0.9", "zh-CN"],
    [undefined, "zh-TW", "zh-CN"],
    [undefined, "fr;q=0.9, en-GB;q=0.4, zh;q=0.7", "zh-CN"],
    [undefined, "zh;q=0, en;q=0.1", "en"],
    [undefined, "fr, de", "en"],
    [undefined, null, "en"],
  ] as const)("chosen %s and asked %s speaks %s", (chosen, accept, expected) => {
    expect(resolveLocale(chosen, accept)).toBe(expected);
  });
});

describe("the reader's time zone", () => {
  it.each([
    ["Asia/Shanghai", "Asia/Shanghai"],
    ["Mars/Olympus", "UTC"],
    [undefined, "UTC"],
  ])("%s is read as %s", (chosen, expected) => {
    expect(resolveTimeZone(chosen)).toBe(expected);
  });
});
