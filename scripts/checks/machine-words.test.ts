import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceFiles } from "./house";
import { comparedByWord, MACHINES } from "./machine-words";

/** How many places still compare: fewer of them is the only way this number may go. */
const STILL = 15;

it("asks the machine of returns, and compares no status and no move by its word", () => {
  const files = sourceFiles().filter(({ path, isTest }) => !isTest && !MACHINES.test(path));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap(({ path }) =>
    comparedByWord(readFileSync(path, "utf8")).map((line) => `${path}:${line} compares by word`),
  );
  expect(found.length, found.join("\n")).toBeLessThanOrEqual(STILL);
});

it.each([
  'if (item.status === "closed") send();',
  'if ("authorization_required" !== status) send();',
  'switch (request.move) { case "authorize": send(); }',
  'const is = name === "undo";',
  'const is = ["closed", "withdrawn"].includes(row.status);',
  'const is = (["authorize"] as const).includes(move);',
  'const is = new Set(["lapsed"]).has(status);',
  'query.where(eq(returns.status, "received"));',
  'query.where(inArray(returns.status, ["closed", "lapsed"]));',
  "const rows = sql`select id from returns r where r.status = 'closed'`;",
  "const rows = sql`select id from returns r where r.status not in ('closed', 'lapsed')`;",
])("finds %s", (source) => {
  expect(comparedByWord(source)).toEqual([1]);
});

it.each([
  'if (tab === "authorization_required") send();',
  'const state = dialog === "closed";',
  'if (evaluation.automation.answer === "authorize") send();',
  'const label = t("status.closed");',
  'const given = { move: "authorize" } as const;',
  "const is = isUndecided(item.status);",
  "const rows = sql`select id from imports where state = 'completed'`;",
])("leaves %s", (source) => {
  expect(comparedByWord(source)).toEqual([]);
});
