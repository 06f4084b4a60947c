import { expect, it } from "vitest";
import { shownText } from "./shown-text";

it("I04 nothing a buyer writes turns the order of the words around it", () => {
  expect(shownText("refund \u202e00.5\u202c now \u2066x\u2069")).toBe("refund 00.5 now x");
});

it("I04 marks are not stacked higher than any writing needs", () => {
  const tower = `a${"\u0301".repeat(200)}b`;
  expect(shownText(tower)).toBe(`a${"\u0301".repeat(4)}b`);
});

it("what people really write stays as it came", () => {
  for (const text of ["Tiếng Việt ự", "שָׁלוֹם", "مُدَرِّسَةٌ", "ที่นี่", "हिन्दी", "e\u0301", "👨‍👩‍👧", "שלום\u200f!"])
    expect(shownText(text)).toBe(text);
});
