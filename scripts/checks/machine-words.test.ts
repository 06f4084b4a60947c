import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceFiles } from "./house";
import { comparedByWord, MACHINES } from "./machine-words";

it("asks the machines, and compares no status and no move by its word", () => {
  const files = sourceFiles().filter(({ path, isTest }) => !isTest && !MACHINES.test(path));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap(({ path }) =>
    comparedByWord(readFileSync(path, "utf8"), path).map((line) => `${path}:${line} compares by word`),
  );
  expect(found).toEqual([]);
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
  'if (row.state === "checked") send();',
  'query.where(inArray(imports.state, ["done", "failed"]));',
  "const rows = sql`select id from imports i where i.state in ('done', 'failed')`;",
])("finds %s among the imports", (source) => {
  expect(comparedByWord(source, "lib/imports/a.ts")).toEqual([1]);
});

it.each([
  'if (row.state === "pending") send();',
  'query.where(inArray(refunds.state, ["failed", "unknown"]));',
  "const rows = sql`select id from refunds f where f.state = 'succeeded'`;",
])("finds %s among the refunds", (source) => {
  expect(comparedByWord(source, "lib/refunds/a.ts")).toEqual([1]);
});

it.each([
  'if (parcel.status === "lost") send();',
  'query.where(eq(imports.state, "running"));',
  "const rows = sql`select from parcels where parcels.status = 'announced'`;",
])("finds %s anywhere", (source) => {
  expect(comparedByWord(source, "lib/returns/a.ts")).toEqual([1]);
});

it.each([
  'if (bulkAct.state === "done") send();',
  'if (message.state === "failed") send();',
  'query.where(eq(deadlines.state, "done"));',
])("leaves %s to other things", (source) => {
  expect(comparedByWord(source, "lib/returns/a.ts")).toEqual([]);
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
