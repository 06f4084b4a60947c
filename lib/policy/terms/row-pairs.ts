import { plainName } from "../judging/listed";

type Pair<T> = { name: string; from: T | null; to: T | null };

const sorted = (row: object): unknown => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
/** Whether two rows say the same; a stored one comes back with its keys in another order. */
const isSameRow = (a: unknown, b: unknown): boolean =>
  typeof a === "object" && typeof b === "object" && a && b
    ? JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
    : a === b;

/** Rows of two lists that belong together by their key and differ, in the second's order, then what only the first has. */
export function pairs<T>(a: readonly T[], b: readonly T[], nameOf: (row: T) => string): Pair<T>[] {
  const named = (rows: readonly T[]) => new Map(rows.map((row) => [plainName(nameOf(row)), row] as const));
  const [before, after] = [named(a), named(b)];
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))];
  return keys.flatMap((key) => {
    const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
    const row = to ?? from;
    return row === null || isSameRow(from, to) ? [] : [{ name: nameOf(row), from, to }];
  });
}

/** Names once each, in a fixed order and spelling, so that it does not matter which side came first. */
export const distinctNames = (names: readonly string[]): string[] => {
  const spelled = new Map<string, string>();
  for (const name of [...names].sort()) if (!spelled.has(plainName(name))) spelled.set(plainName(name), name);
  return [...spelled.values()];
};

/** Rows of both sides, each once, in an order of their own. */
export const distinctRows = <Row extends object>(rows: readonly Row[]): Row[] => {
  const told = new Map(rows.map((row) => [JSON.stringify(sorted(row)), row]));
  return [...told.keys()].sort().flatMap((key) => told.get(key) ?? []);
};

/** A row keeps its key while it is moved in a form; it is not sent. */
export type Keyed<T> = T & { key: number };
export const keyed = <T>(rows: readonly T[]): Keyed<T>[] => rows.map((row, key) => ({ ...row, key }));
export const nextKey = (rows: readonly { key: number }[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;
