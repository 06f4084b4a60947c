import { z } from "zod";

const shared = { id: z.string().regex(/^(S\d|P)-\d\d$/), words: z.string().min(1) };

/** A rule in its full words, and how much of it the product does; what is missing of a part is said. */
const ruleSchema = z.discriminatedUnion("state", [
  z.strictObject({ ...shared, state: z.literal("built") }),
  z.strictObject({ ...shared, state: z.literal("partly"), missing: z.string().min(1) }),
  z.strictObject({ ...shared, state: z.literal("later") }),
]);
type Rule = z.infer<typeof ruleSchema>;

export const parseRules = (json: string): Rule[] => z.array(ruleSchema).parse(JSON.parse(json));

export function countStates(rules: readonly Rule[]): Record<Rule["state"], number> {
  const count = (state: Rule["state"]) => rules.filter((rule) => rule.state === state).length;
  return { built: count("built"), partly: count("partly"), later: count("later") };
}

/** What is not so: a built rule that nothing proves, one for later that something does, a rule that there is not. */
export function complaintsOf(rules: readonly Rule[], provers: ReadonlyMap<string, readonly string[]>): string[] {
  const known = new Set(rules.map(({ id }) => id));
  return [
    ...rules
      .filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) < index)
      .map(({ id }) => `${id} stands twice.`),
    ...rules
      .filter(({ id, state }) => state === "built" && !provers.has(id))
      .map(({ id }) => `${id} is called built, and no test through the product starts with it.`),
    ...rules
      .filter(({ id, state }) => state === "later" && provers.has(id))
      .map(({ id }) => `${id} is left for later, and a test starts with it: ${provers.get(id)?.[0]}`),
    ...[...provers].filter(([id]) => !known.has(id)).map(([id, [test]]) => `${id} is no rule: ${test}`),
  ];
}
