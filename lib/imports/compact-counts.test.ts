import { expect, it } from "vitest";
import { CompactCounts } from "./compact-counts";

it("keeps apart as many names as a large file has, and changes what it counted", () => {
  const counts = new CompactCounts();
  const names = Array.from({ length: 20_000 }, (_, index) => `111-${index}`);
  for (const [index, name] of names.entries()) counts.set(name, index + 1);
  counts.set("111-7", 3);
  expect(names.every((name, index) => counts.get(name) === (index === 7 ? 3 : index + 1))).toBe(true);
  expect(counts.get("112-0")).toBe(0);
});
