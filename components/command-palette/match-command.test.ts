import { describe, expect, it } from "vitest";
import { scoreOf } from "./match-command";

const AUTHORIZE = [["pi", "zhun", "tui", "huo", "qing", "qiu"], ["authorize"]];
const finds = (typed: string, label: string, spellings: string[][] = []) => scoreOf(typed, label, spellings) > 0;

describe("what a palette finds", () => {
  it.each([
    ["its beginning", "aut", "Authorize 12 returns…"],
    ["the beginning of another word", "ret", "Authorize 12 returns…"],
    ["first letters", "ar", "Authorize returns…"],
    ["beginnings of words", "authret", "Authorize returns…"],
    ["a part of a word", "voice", "Invoices"],
    ["words in any order", "team set", "Settings: Team"],
    ["full-width letters", "ｔｅａｍ", "Settings: Team"],
  ])("in English by %s", (_, typed, label) => {
    expect(finds(typed, label)).toBe(true);
  });

  it.each([
    ["first letters of the sounds", "pzth"],
    ["the sounds", "pizhuntuihuo"],
    ["some of both", "pizhth"],
    ["sounds from the middle", "tuihuo"],
    ["first letters with some left out", "pth"],
    ["the characters", "退货"],
    ["another language", "auth"],
  ])("in Chinese by %s", (_, typed) => {
    expect(finds(typed, "批准退货请求（12条）…", AUTHORIZE)).toBe(true);
  });

  it("nothing by letters in the wrong order, or of no word", () => {
    expect(finds("thpz", "批准退货请求", AUTHORIZE)).toBe(false);
    expect(finds("zzz", "批准退货请求", AUTHORIZE)).toBe(false);
    expect(finds("team xyz", "Settings: Team")).toBe(false);
  });

  it("everything before anything is typed", () => {
    expect(finds("  ", "Team")).toBe(true);
  });

  it("first what begins as it was typed, last what leaves words out", () => {
    const labels = ["Archive of imports", "Import", "The important one", "Insights of many plans"];
    const best = labels.toSorted((a, b) => scoreOf("imp", b) - scoreOf("imp", a));
    expect(best).toEqual(["Import", "Archive of imports", "The important one", "Insights of many plans"]);
  });

  it("answers at once, however long the pasted text", () => {
    expect(finds("a".repeat(5000), "aaaa aaaa aaaa aaaa", [Array(20).fill("aaaa")])).toBe(false);
  });
});
