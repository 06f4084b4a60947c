import { isDate } from "../dates";
import { isId } from "../ids";

/** How the values of a column compare; a column may be sorted by several, one after another. */
export type Comparison = "instant" | "date" | "number" | "text";

/** Where a page begins or ends: what the list is sorted by, as text, and the row's id. */
export type ListKey = {
  at: readonly string[];
  id: string;
  /** How many rows lie before it, where somebody counts: only told, never counted on. */
  position: number | null;
};

const INSTANT =
  /^\d{4}-\d{2}-\d{2}[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)$/;
const POSITION = /^\d{1,9}$/;
const IS: Record<Comparison, (text: string) => boolean> = {
  instant: (text) => text === "infinity" || (INSTANT.test(text) && isDate(text.slice(0, 10))),
  date: isDate,
  number: (text) => /^-?\d{1,15}$/.test(text),
  text: (text) => text.length <= 400 && !text.includes("\0"),
};

export const keyText = ({ at, id, position }: ListKey): string =>
  [...at, id, ...(position === null ? [] : [String(position)])].join("~");

/** A key as an address gives it, for a list sorted by these; null: it is none. */
export function keyIn(text: string, comparisons: readonly Comparison[]): ListKey | null {
  const parts = text.split("~");
  const last = parts.at(-1) ?? "";
  const position = POSITION.test(last) ? Number(last) : null;
  if (position !== null) parts.pop();
  const id = parts.pop() ?? "";
  if (parts.length < comparisons.length) return null;
  // A text may hold the sign itself; it is sorted by alone.
  const at = comparisons.length === 1 ? [parts.join("~")] : parts;
  const isRight =
    isId(id) && at.length === comparisons.length && comparisons.every((is, index) => IS[is](at[index] ?? ""));
  return isRight ? { at, id, position } : null;
}
