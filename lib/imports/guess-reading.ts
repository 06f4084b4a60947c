import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";

type DateOrder = ColumnMapping["dateOrder"];
type Told<Value> = {
  value: Value;
  /** False where the values fit more than one way, and a person has to say. */
  isSure: boolean;
  examples: string[];
};

const EXAMPLES = 3;
const NUMBERED = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(\D|$)/;

/** In which order dates are written, by values of the file: a 13th month is none. */
export function guessDateOrder(values: readonly string[]): Told<DateOrder> {
  const parts = values.flatMap((text) => {
    const match = NUMBERED.exec(text);
    return match ? [{ text, first: match[1] ?? "", second: Number(match[2]) }] : [];
  });
  const doubtful = parts.filter(({ first }) => first.length < 3);
  const example = (list: readonly { text: string }[]) => list.slice(0, EXAMPLES).map(({ text }) => text);
  const days = doubtful.filter(({ first }) => Number(first) > 12);
  if (days.length > 0) return { value: "dmy", isSure: true, examples: example(days) };
  const months = doubtful.filter(({ second }) => second > 12);
  if (months.length > 0) return { value: "mdy", isSure: true, examples: example(months) };
  if (doubtful.length > 0) return { value: "dmy", isSure: false, examples: example(doubtful) };
  return { value: "ymd", isSure: values.length > 0, examples: values.slice(0, EXAMPLES) };
}

/** Which sign parts the decimals of amounts, by values of the file. */
export function guessDecimal(values: readonly string[]): Told<ColumnMapping["decimal"]> {
  const signs = values.flatMap((text) => {
    const match = /([.,])(\d{1,2})\D*$/.exec(text);
    return match ? [{ text, sign: match[1] === "," ? ("," as const) : ("." as const) }] : [];
  });
  const commas = signs.filter(({ sign }) => sign === ",");
  const points = signs.filter(({ sign }) => sign === ".");
  const value = commas.length > points.length ? "," : ".";
  const found = value === "," ? commas : points;
  const isSure = found.length > 0 && (commas.length === 0 || points.length === 0);
  const shown = found.length > 0 ? found.map(({ text }) => text) : values;
  return { value, isSure, examples: shown.slice(0, EXAMPLES) };
}
