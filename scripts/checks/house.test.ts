import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CRUMBS_AT_MOST, crumbsOf, measures, NAMED_FILES_AT_MOST, namedInChecker, sourceFiles, tooLong } from "./house";

const file = (path: string, lines: number, isTest = false) => ({ path, lines, isTest });

it("has no file over 300 lines, and no more crumbs than before", () => {
  const files = sourceFiles();
  expect(tooLong(files)).toEqual([]);
  expect(crumbsOf(files).length, "npm run house lists them").toBeLessThanOrEqual(CRUMBS_AT_MOST);
});

it("has import rules that call no more files by name than before", () => {
  const paths = sourceFiles().map(({ path }) => path);
  const named = namedInChecker(readFileSync(".dependency-cruiser.cjs", "utf8"), paths);
  expect(named.length, named.join(", ")).toBeLessThanOrEqual(NAMED_FILES_AT_MOST);
});

it("finds a file that is too long, and measures without tests", () => {
  const files = [file("a.ts", 301), file("b.ts", 300), file("c.ts", 10), file("a.test.ts", 500, true)];
  expect(tooLong(files).map(({ path }) => path)).toEqual(["a.test.ts", "a.ts"]);
  expect(measures(files)).toMatchObject({ files: 3, lines: 611, testLines: 500, max: 301, crumbs: 1 });
});

it("takes a short file for a crumb unless something finds it by its place", () => {
  const places = ["app/page.tsx", "lib/policy/judging/rules/open.ts", "next.config.ts", "scripts/seed.ts"];
  const files = [...places, "lib/orders/paid.ts", "lib/orders/all.ts"].map((path, at) => file(path, 14 - at));
  expect(crumbsOf(files).map(({ path }) => path)).toEqual(["lib/orders/all.ts", "lib/orders/paid.ts"]);
});

it("finds the files that an import rule names, and no folders", () => {
  const checker = '/** row.ts */ const A = "^lib/imports/read/(row|group)\\\\."; const B = "^lib/imports/";';
  const paths = ["lib/imports/read/row.ts", "lib/imports/read/group.ts", "lib/imports/read/other.ts"];
  expect(namedInChecker(checker, paths)).toEqual(["group", "row"]);
});
