import { expect, it } from "vitest";
import { csvOf } from "./csv";

async function cellsOf(texts: readonly string[]): Promise<string[]> {
  const rows = (async function* () {
    for (const text of texts) yield { text };
  })();
  let csv = "";
  for await (const part of csvOf(rows, ["text"])) csv += part;
  return csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.slice(1, -1));
}

it("X01 no cell begins with what a spreadsheet would run, seen or unseen", async () => {
  const formulas = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    ";=1+1",
    "; =1+1",
    " =1+1",
    ",+1",
    "\u200e=1+1",
    "\u202e=1+1",
    "\ufeff@x",
    "＝1",
  ];
  for (const cell of await cellsOf(formulas)) expect(cell).toMatch(/^'/);
  expect(await cellsOf(["\u200bword", "\u061cword"])).toEqual(["'\u200bword", "'\u061cword"]);
});

it("X01 what is no formula stays as it came", async () => {
  const plain = ["a = b", "; and so on", "mail@shop.example", "退货", "اختبار", " leading", "R-10001"];
  expect(await cellsOf(plain)).toEqual(plain);
});
