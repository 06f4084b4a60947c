import { amountIn, amountTyped } from "./kinds";
import type { ReturnlessRule } from "./parts";
import { distinctRows, type Keyed, keyed, pairs } from "./row-pairs";
import type { Breach, FormFacts } from "./table";

export type TypedRule = Keyed<
  Pick<ReturnlessRule, "name" | "reasons" | "resolution"> & { categories: string; min: string; max: string }
>;
type Change =
  | { kind: "returnless"; from: ReturnlessRule | null; to: ReturnlessRule | null }
  | { kind: "returnless_order"; names: string[] };

export const ruleIn = (
  { name, categories, reasons, min, max, resolution }: TypedRule,
  facts: Pick<FormFacts, "currency">,
): ReturnlessRule => ({
  name: name.trim(),
  categories: categories.split(/[,，]/).flatMap((text) => text.trim() || []),
  reasons,
  minMinor: amountIn(min, facts),
  maxMinor: amountIn(max, facts),
  resolution,
});

const namesOf = (rules: readonly ReturnlessRule[]) => rules.map(({ name }) => name);

/** S4-14: the first rule that fits counts. */
export const returnlessRules = {
  path: "returnless.rules",
  kind: "own",
  widget: "rules",
  section: "returnless",
  only: "seller_fulfilled",
  initially: [] as ReturnlessRule[],
  merge: (a: ReturnlessRule[], b: ReturnlessRule[]): ReturnlessRule[] => distinctRows([...a, ...b]),
  diff: (a: ReturnlessRule[], b: ReturnlessRule[]): Change[] => {
    const changed = pairs(a, b, ({ name }) => name);
    const isMoved =
      changed.every(({ from, to }) => from && to) && JSON.stringify(namesOf(a)) !== JSON.stringify(namesOf(b));
    return [
      ...changed.map(({ from, to }) => ({ kind: "returnless" as const, from, to })),
      ...(isMoved ? [{ kind: "returnless_order" as const, names: namesOf(b) }] : []),
    ];
  },
  breaches: (): Breach<never>[] => [],
  raise: (rules: ReturnlessRule[]) => rules,
  typed: (rules: ReturnlessRule[], facts: FormFacts): TypedRule[] =>
    keyed(
      rules.map(({ name, categories, reasons, minMinor, maxMinor, resolution }) => ({
        name,
        reasons,
        resolution,
        categories: categories.join(", "),
        min: amountTyped(minMinor, facts),
        max: amountTyped(maxMinor, facts),
      })),
    ),
  read: (rules: TypedRule[], facts: FormFacts): ReturnlessRule[] => rules.map((rule) => ruleIn(rule, facts)),
} as const;
