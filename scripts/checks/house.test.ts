import { expect, it } from "vitest";
import { measures, sourceFiles, tooLong } from "./house";

it("has no file over 300 lines", () => {
  expect(tooLong(sourceFiles())).toEqual([]);
});

it("finds a file that is too long, and measures without tests", () => {
  const file = (path: string, lines: number, isTest = false) => ({ path, lines, isTest });
  const files = [file("a.ts", 301), file("b.ts", 300), file("c.ts", 10), file("a.test.ts", 500, true)];
  expect(tooLong(files).map(({ path }) => path)).toEqual(["a.test.ts", "a.ts"]);
  expect(measures(files)).toMatchObject({ files: 3, lines: 611, testLines: 500, max: 301, crumbs: 1 });
});
