import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { FIELDS_OF, type ImportKind } from "@/lib/policy/imports/mapping";
import { COLUMN_NAMES } from "./column-names";
import { PRESETS, type Preset } from "./list-presets";
import { plainHeader } from "./read/words/plain-header";

const KNOWN = new Set([
  ...Object.values(COLUMN_NAMES).flatMap((names) => Object.values(names).flat()),
  ...PRESETS.flatMap(({ columns }) => Object.values(columns).map(plainHeader)),
]);

/** Whether a cell is the name of a column as lists have them, so that its line can be the header. */
export const isKnownColumn = (cell: string): boolean => KNOWN.has(plainHeader(cell));

export type Guess = { preset: Preset["name"] | null; columns: ColumnMapping["columns"] };

/** What the columns of a table most likely hold if it is a list of this kind, by their names in English and Chinese. */
export function guessColumns(names: readonly string[], kind: ImportKind): Guess {
  const preset = PRESETS.find((one) => one.kind === kind && one.known.every((column) => names.includes(column)));
  if (preset) {
    const there = Object.entries(preset.columns).filter(([, column]) => names.includes(column));
    return { preset: preset.name, columns: Object.fromEntries(there) };
  }
  const plain = new Map([...names].reverse().map((name) => [plainHeader(name), name]));
  const taken = new Set<string>();
  const columns: ColumnMapping["columns"] = {};
  for (const field of FIELDS_OF[kind]) {
    const found = COLUMN_NAMES[kind][field]?.map((name) => plain.get(name)).find((name) => name && !taken.has(name));
    if (!found) continue;
    taken.add(found);
    columns[field] = found;
  }
  return { preset: null, columns };
}

/** Which kind of list a table most likely is: only a list of returns has a day of the request or a reason. */
export function guessKind(names: readonly string[]): ImportKind {
  if (guessColumns(names, "orders").preset) return "orders";
  const { preset, columns } = guessColumns(names, "returns");
  const isReturns = columns.reason || columns.requestNumber || columns.receivedBackOn;
  return preset || isReturns ? "returns" : "orders";
}
