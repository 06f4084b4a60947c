import { describe, expect, it } from "vitest";
import { ariaKeys, keyName } from "./key-name";

const names = (keys: "single" | "alt" | "off", isApple: boolean) =>
  ["a", "X", "?", "Mod+K", "Esc"].map((shortcut) => keyName(shortcut, { keys, isApple }));

describe("names of keys", () => {
  it("D10 say how a shortcut is pressed where single keys are used", () => {
    expect(names("single", false)).toEqual(["a", "Shift+X", "?", "Ctrl+K", "Esc"]);
    expect(names("single", true)).toEqual(["a", "⇧X", "?", "⌘K", "Esc"]);
  });

  it("D10 say Alt where the reader moved them there", () => {
    expect(names("alt", false)).toEqual(["Alt+A", "Alt+Shift+X", "Alt+?", "Ctrl+K", "Esc"]);
    expect(names("alt", true)).toEqual(["⌥A", "⌥⇧X", "⌥?", "⌘K", "Esc"]);
  });

  it("D10 name no single key that is switched off", () => {
    expect(names("off", false)).toEqual([null, null, null, "Ctrl+K", "Esc"]);
  });

  it("are written out for assistive technology", () => {
    expect(ariaKeys("Mod+K", { keys: "off", isApple: true })).toBe("Meta+K");
    expect(ariaKeys("a", { keys: "alt", isApple: true })).toBe("Alt+A");
  });
});
