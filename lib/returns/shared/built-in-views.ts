import { emptyFilter, RETURNS, type ReturnFilter, type Tab } from "./filter";

/** What people come back to, in every shop; each narrows the tab one is in. */
export const BUILT_IN = {
  overdue: { due: "overdue" },
  soon: { due: "24h" },
  mine: { assignee: ["me"] },
  unassigned: { assignee: ["nobody"] },
  outOfPolicy: { verdict: ["out_of_policy"] },
  highValue: { isHighValue: true },
  handover: { isHandoverOpen: true },
  snoozed: { isSnoozed: true },
} as const satisfies Record<string, Partial<ReturnFilter>>;
export type BuiltIn = keyof typeof BUILT_IN;

/** Where no clock runs and nothing is left to do, its views say nothing. */
const OF_CLOSED: readonly BuiltIn[] = ["mine", "unassigned", "outOfPolicy", "highValue"];
const NAMES = Object.keys(BUILT_IN) as BuiltIn[];
export const builtInOf = (tab: Tab): readonly BuiltIn[] => (tab === "closed" ? OF_CLOSED : NAMES);

/** The list that a view shows of a tab. */
export const builtInFilter = (view: BuiltIn, tab: Tab): ReturnFilter => ({ ...emptyFilter(tab), ...BUILT_IN[view] });

/** Whether a list is this view: its order is one's own. */
export function isBuiltIn(view: BuiltIn, { sort: _, ...filter }: ReturnFilter): boolean {
  const { sort: __, ...wanted } = builtInFilter(view, filter.tab);
  return RETURNS.query({ filter }) === RETURNS.query({ filter: wanted });
}
