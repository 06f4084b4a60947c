import { brokenTextIn, type CellParser } from "./cell";
import type { CellRefusalCode } from "./words/report-row";

/** The cells of one row by column; `text` is what came, null when the column is not there. */
export type Cells<Key extends string> = { text: (key: Key) => string | null; nameOf: (key: Key) => string };

export type CellRefusal = { column: string; code: CellRefusalCode; value: string | null };

/** Reads the cells of a row one after the other and keeps the first refusal; an empty cell is null, unknown. */
export function cellReader<Key extends string>(cells: Cells<Key>) {
  let refusal: CellRefusal | null = null;
  const fail = (key: Key, code: CellRefusalCode, value: string | null) => {
    refusal ??= { column: cells.nameOf(key), code, value };
    return null;
  };
  function optional<Value>(key: Key, parser: CellParser<Value>): Value | null {
    const text = cells.text(key);
    if (text === null) return null;
    const broken = brokenTextIn(text);
    if (broken) return fail(key, broken, text);
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const read = parser(trimmed);
    return read.ok ? read.value : fail(key, read.refusal.code, trimmed);
  }
  function required<Value>(key: Key, parser: CellParser<Value>, whenMissing: CellRefusalCode): Value | null {
    const value = optional(key, parser);
    return value ?? fail(key, whenMissing, null);
  }
  return { optional, required, refusal: () => refusal };
}
