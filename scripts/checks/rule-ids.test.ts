import { expect, test } from "vitest";
import { ruleIds, testTitles } from "./rule-ids";

test.each([
  ["S2-06 closing asks for a reason", ["S2-06"]],
  ["S1-05, S1-18 who may review", ["S1-05", "S1-18"]],
  ["P-21/P-23 dates without a time", ["P-21", "P-23"]],
  ["S1-08..10 the label", ["S1-08", "S1-09", "S1-10"]],
  ["P-05 and P-19 the clocks' own moves", ["P-05", "P-19"]],
  ["S1-07 an RMA, S4-05 and no money", ["S1-07"]],
  ["an order number 112-3456789 is no rule", []],
])("%s", (title, ids) => {
  expect(ruleIds(title)).toEqual(ids);
});

test("titles are found behind test, it and describe, in any dress", () => {
  const source = `
    test("one", () => {});
    describe('two', () => { it.only(\`three\`, () => {}); });
    expect("P-01 no title").toBe("S1-01");`;
  expect(testTitles(source)).toEqual(["one", "two", "three"]);
});

test("a title that is filled from a table takes the table's texts along", () => {
  const source = `
    const rows = [["S1-20 thirty days", 30], ["another", 31]];
    test.each(rows)("%s", (name, days) => expect("x P-02").toBe(days));`;
  expect(testTitles(source)).toEqual(["%s", "S1-20 thirty days"]);
});
