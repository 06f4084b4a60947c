import { describe, expect, it } from "vitest";
import { isPressedAsChosen, shortcutKey } from "./shortcut-keys";

const press = (key: string, code: string, held: { altKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  code,
  altKey: false,
  shiftKey: false,
  ...held,
});
const plain = press("a", "KeyA");
const withAlt = press("a", "KeyA", { altKey: true });
const arrow = press("ArrowDown", "ArrowDown");

describe("keys of shortcuts", () => {
  it("D10 Single keys work alone, and not together with Alt", () => {
    expect([plain, withAlt, arrow].map((one) => isPressedAsChosen(one, "single"))).toEqual([true, false, true]);
  });

  it("D10 Moved to Alt they work together with it only; what writes nothing stays as it is", () => {
    expect([plain, withAlt, arrow].map((one) => isPressedAsChosen(one, "alt"))).toEqual([false, true, true]);
  });

  it("D10 Switched off none of them works; what writes nothing does", () => {
    expect([plain, withAlt, arrow].map((one) => isPressedAsChosen(one, "off"))).toEqual([false, false, true]);
  });

  it.each([
    ["a letter of a Mac", press("å", "KeyA", { altKey: true }), "a"],
    ["a dead key of a Mac", press("Dead", "KeyN", { altKey: true }), "n"],
    ["a range on a Mac", press("˛", "KeyX", { altKey: true, shiftKey: true }), "X"],
    ["the list of keys on a Mac", press("¿", "Slash", { altKey: true, shiftKey: true }), "?"],
    ["a letter that stands elsewhere", press("a", "KeyQ", { altKey: true }), "a"],
    ["an arrow", press("ArrowUp", "ArrowUp", { altKey: true }), "ArrowUp"],
  ])("Alt leaves the key what it is: %s", (_, pressed, key) => {
    expect(shortcutKey(pressed)).toBe(key);
  });
});
