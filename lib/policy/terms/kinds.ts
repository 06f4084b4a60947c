import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { isListed } from "../judging/listed";
import { distinctNames, pairs } from "./row-pairs";
import type { Breach, FormFacts } from "./table";

/** What a row says of itself, whatever its kind. */
type Said = {
  path: string;
  /** Its words: `terms.rows` of the messages, and what its changes are called by. */
  what: string;
  /** The part of the form that shows it; null: nothing reads it yet, and nothing tells of it. */
  section: string | null;
  /** Of one programme alone. */
  only?: string;
  /** Where a marketplace's floor says the least of it, or the most, and the words for what is stricter. */
  floor?: { at: string; code: string };
};

type CodeOf<Row> = Row extends { floor: { code: infer Code extends string } } ? Code : never;

export const floorAt = (floor: object, path: string): number | undefined => {
  const value = path.split(".").reduce<unknown>((of, key) => (of ? Reflect.get(Object(of), key) : undefined), floor);
  return typeof value === "number" ? value : undefined;
};

/** A whole number as typed; anything else is refused by the server as what it is. */
export const numberIn = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);
export const amountTyped = (minor: number | null, { currency }: Pick<FormFacts, "currency">): string =>
  minor === null ? "" : minorToDecimal({ amountMinor: minor, currency });
export const amountIn = (text: string, { currency }: Pick<FormFacts, "currency">): number | null =>
  text.trim() === "" ? null : (parseTypedMinor(text, currency) ?? Number.NaN);
export const namesTyped = (names: readonly string[]): string => names.join("\n");
export const namesIn = (text: string): string[] => text.split("\n").flatMap((line) => line.trim() || []);

/** What is stricter than the floor of its row. */
function below<Row extends Pick<Said, "path" | "floor">>(
  { path, floor: bound }: Row,
  yours: number | null,
  asked: object,
  isStricter: (floor: number) => boolean,
): Breach<CodeOf<Row>>[] {
  const floor = bound ? floorAt(asked, bound.at) : undefined;
  return bound && floor !== undefined && isStricter(floor)
    ? [{ path: path.split("."), code: bound.code as CodeOf<Row>, name: null, yours, floor }]
    : [];
}
const raised = <Value>(value: Value, { floor }: Breach) => (typeof floor === "number" ? floor : value);

type Counted = Said & { unit: "days" | "percent"; most: number; initially: number };

/** Of days the more are the more generous, of a percentage that is kept back the less. */
export const number = <const Row extends Counted>(row: Row) => {
  const isMoreBetter = row.unit === "days";
  return {
    ...row,
    kind: "number" as const,
    widget: "number" as const,
    initially: Number(row.initially),
    merge: (a: number, b: number): number => (isMoreBetter ? Math.max(a, b) : Math.min(a, b)),
    diff: (from: number, to: number): { kind: Row["unit"]; what: Row["what"]; from: number; to: number }[] =>
      from === to ? [] : [{ kind: row.unit, what: row.what, from, to }],
    breaches: (yours: number, asked: object) =>
      below(row, yours, asked, (floor) => (isMoreBetter ? yours < floor : yours > floor)),
    raise: raised<number>,
    typed: (value: number): string => String(value),
    read: numberIn,
  };
};

/** Up to which price; null: never. More is the more generous. */
export const amount = <const Row extends Said>(row: Row) => ({
  ...row,
  kind: "amount" as const,
  widget: "amount" as const,
  initially: null as number | null,
  merge: (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b)),
  diff: (
    from: number | null,
    to: number | null,
  ): { kind: "amount"; what: Row["what"]; from: number | null; to: number | null }[] =>
    from === to ? [] : [{ kind: "amount", what: row.what, from, to }],
  breaches: (yours: number | null, asked: object) => below(row, yours, asked, (floor) => (yours ?? -1) < floor),
  raise: raised<number | null>,
  typed: amountTyped,
  read: amountIn,
});

const asRows = (list: readonly string[]) => list.map((name) => ({ name }));
/** Added and removed names; case and outer spaces do not make another name. */
const listChanges = (a: readonly string[], b: readonly string[]): { name: string; isAdded: boolean }[] =>
  pairs(asRows(a), asRows(b), ({ name }) => name)
    .filter(({ from, to }) => from === null || to === null)
    .map(({ name, to }) => ({ name, isAdded: to !== null }));

type Listed<Change> = Said & { initially: readonly string[]; change: (name: string, isAdded: boolean) => Change };

/** Names that exclude: one that only one side knows is not held against the buyer. */
const exclusions = {
  merge: (a: string[], b: string[]): string[] =>
    distinctNames([...a.filter((name) => isListed(name, b)), ...b.filter((name) => isListed(name, a))]),
  breaches: (): Breach<never>[] => [],
  raise: (value: string[]) => value,
};
const changesOf =
  <Change>({ change }: Pick<Listed<Change>, "change">) =>
  (a: string[], b: string[]): Change[] =>
    listChanges(a, b).map(({ name, isAdded }) => change(name, isAdded));

/** Names that a person types one a line. */
export const lines = <Change, const Row extends Listed<Change>>(row: Row & Listed<Change>) => ({
  ...row,
  ...exclusions,
  kind: "names" as const,
  widget: "lines" as const,
  initially: [...row.initially],
  diff: changesOf<Change>(row),
  typed: namesTyped,
  read: namesIn,
});

/** Return reasons, ticked in a list. */
export const reasons = <Change, const Row extends Listed<Change>>(row: Row & Listed<Change>) => ({
  ...row,
  ...exclusions,
  kind: "names" as const,
  widget: "reasons" as const,
  initially: [...row.initially],
  diff: changesOf<Change>(row),
  typed: (value: string[]) => value,
  read: (value: string[]) => value,
});
