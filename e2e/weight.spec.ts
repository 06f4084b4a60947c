import { expect, test } from "@playwright/test";
import { isTooHeavy, weights } from "./weights";

// What is checked is the build that the browser tests run on.
test("No page fetches more scripts and words than its budget allows", () => {
  const all = weights(process.env.HOMEWARD_DIST_DIR ?? ".next-test");
  expect(all.length).toBeGreaterThan(35);
  expect(all.filter(isTooHeavy)).toEqual([]);
});
