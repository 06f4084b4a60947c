import { expect, test } from "vitest";
import { complaintsOf, countStates, parseRules } from "./rule-states";

const rule = (id: string, state: "built" | "later") => ({ id, words: "So it is.", state });
const rules = parseRules(
  JSON.stringify([
    rule("S1-01", "built"),
    rule("S1-02", "later"),
    { ...rule("S1-03", "built"), state: "partly", missing: "All but one." },
  ]),
);

test("what is partly there says what is missing, and nothing else does", () => {
  expect(() => parseRules(JSON.stringify([{ ...rule("S1-01", "built"), state: "partly" }]))).toThrow();
  expect(() => parseRules(JSON.stringify([{ ...rule("S1-01", "built"), missing: "Something." }]))).toThrow();
  expect(countStates(rules)).toEqual({ built: 1, partly: 1, later: 1 });
});

test.each([
  ["a built rule that nothing proves", [], /^S1-01 is called built/],
  ["a rule for later that is proven", ["S1-01", "S1-02"], /^S1-02 is left for later/],
  ["a rule that there is not", ["S1-01", "S9-09"], /^S9-09 is no rule/],
])("%s is complained of", (_, ids, words) => {
  const complaints = complaintsOf(rules, new Map(ids.map((id) => [id, ["a test"]])));
  expect(complaints).toEqual([expect.stringMatching(words)]);
});

test("nothing is complained of where what is built is proven", () => {
  expect(complaintsOf(rules, new Map([["S1-01", ["a test"]]]))).toEqual([]);
});
