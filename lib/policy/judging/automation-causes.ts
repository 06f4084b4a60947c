import type { Consequence } from "./judge";
import { RULES } from "./rules";

const OWN_CAUSES = [
  "professional_in_policy",
  "choice_all",
  "choice_policy",
  "choice_each",
  "out_of_policy",
  "older_than_limit",
  "exempt_manual",
  "exempt_automatic",
  "left_by_marketplace",
  "paused",
  "sku_manual",
  "sku_automatic",
  "returnless",
] as const;

type EffectsOf<Rule> = Rule extends { effects: infer Effects } ? Effects[keyof Effects] : never;
type HoldOf<Effect> = Effect extends { holds: infer Cause extends string } ? Cause : never;
/** Why a rule has a request left to a person, whatever the settings say. */
export type Hold = HoldOf<EffectsOf<(typeof RULES)[number]>>;

/** A reason that holds automation back, in the order in which they are asked. */
export const HOLDS = RULES.flatMap(({ name, effects }) =>
  Object.entries<Consequence>(effects).flatMap(([effect, { holds }]) =>
    holds === undefined ? [] : [{ rule: name, effect, because: holds as Hold }],
  ),
);

export type AutomationCause = (typeof OWN_CAUSES)[number] | Hold;
/** Why automation authorizes a request, or leaves it to a person. */
export const AUTOMATION_CAUSES = [
  ...OWN_CAUSES,
  ...new Set(HOLDS.map(({ because }) => because)),
] as const satisfies readonly AutomationCause[];
