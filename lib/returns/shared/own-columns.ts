/** The columns of the list, in the order in which they stand where nobody chose another. */
export const LIST_COLUMNS = [
  ...(["item", "return", "buyer", "status", "reason", "label", "since"] as const),
  ...(["policy", "value", "due", "assignee"] as const),
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What a decision cannot do without stands there whatever a person chose. */
const ALWAYS: readonly ListColumn[] = ["item", "return", "policy", "value", "due"];
export const isAlways = (column: ListColumn): boolean => ALWAYS.includes(column);

const isColumn = (name: string): name is ListColumn => LIST_COLUMNS.some((column) => column === name);

/** The columns a person chose in their order, with those that always stand; null: nobody chose, each tab has its own. */
export function ownColumns(chosen: readonly string[] | null): readonly ListColumn[] | null {
  if (chosen === null) return null;
  const known = [...new Set(chosen)].filter(isColumn);
  return [...known, ...ALWAYS.filter((column) => !known.includes(column))];
}
