import { Temporal } from "temporal-polyfill";
import { todayIn } from "@/lib/kernel/calendar";
import { countryCodeOf } from "@/lib/kernel/country-code";
import { parseMinor } from "@/lib/kernel/money";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { CellRefusalCode } from "./words/report-row";

/** Reads one cell that is not empty; refuses with the code of what is wrong with it. */
export type CellParser<Value> = (text: string) => Result<Value, { code: CellRefusalCode }>;

/** What stands in a cell before anyone reads it: invisible and broken characters are refused in every column. */
export const brokenTextIn = (text: string): CellRefusalCode | null => {
  if (/[^\P{Cc}\t]/u.test(text)) return "control_character";
  return /[\ufffd\p{Cs}]/u.test(text) ? "broken_character" : null;
};

export const words: CellParser<string> = (text) => (text.length > 2000 ? refuse({ code: "text_too_long" }) : ok(text));

/** A name given by people (SKU, reason): only what a spreadsheet makes of long digits is refused. */
export const code: CellParser<string> = (text) => {
  if (text.length > 300) return refuse({ code: "id_too_long" });
  return /^\d([.,]\d+)?e\+\d+$/i.test(text) ? refuse({ code: "damaged_id" }) : ok(text);
};

/** What spreadsheets make of long numbers: "34298664517700.0", and zeros for all that is behind the 15th digit. */
const isRounded = (text: string): boolean => /^\d+[.,]0+$/.test(text) || /^[1-9]\d{14}0{3,}$/.test(text);

/** A number given by a marketplace or carrier, kept as text. */
export const id: CellParser<string> = (text) => (isRounded(text) ? refuse({ code: "damaged_id" }) : code(text));

export const orderNumber: CellParser<string> = (text) => {
  const read = id(text);
  if (!read.ok) return read;
  return /^[a-z0-9][a-z0-9._:/#-]*$/i.test(text) ? read : refuse({ code: "bad_order_number" });
};

export const quantity: CellParser<number> = (text) =>
  /^[1-9]\d{0,5}$/.test(text) ? ok(Number(text)) : refuse({ code: "bad_quantity" });

/** A whole number that may be none. */
export const count: CellParser<number> = (text) =>
  /^\d{1,6}$/.test(text) ? ok(Number(text)) : refuse({ code: "bad_quantity" });

export const currency: CellParser<string> = (text) =>
  /^[a-z]{3}$/i.test(text) ? ok(text.toUpperCase()) : refuse({ code: "bad_currency" });

/** A country by its ISO 3166 code, or by its name in English or Chinese. */
export const country: CellParser<string> = (text) => {
  const found = countryCodeOf(text);
  return found === null ? refuse({ code: "bad_country" }) : ok(found);
};

const BOOLEANS = new Map([
  ["y", true],
  ["yes", true],
  ["true", true],
  ["n", false],
  ["no", false],
  ["false", false],
]);

export const yesOrNo: CellParser<boolean> = (text) => {
  const value = BOOLEANS.get(text.toLowerCase());
  return value === undefined ? refuse({ code: "not_yes_or_no" }) : ok(value);
};

/** A parser of amounts into minor units of `of`; "12,50" is refused by name, for it may mean two things. */
export const amountIn =
  (of: string): CellParser<number> =>
  (text) => {
    if (/^-\s*\d/.test(text)) return refuse({ code: "negative" });
    if (/^\d{1,3}([. ]\d{3})*,\d{1,2}$|^\d+,\d{1,2}$/.test(text)) return refuse({ code: "decimal_comma" });
    if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return refuse({ code: "thousands_separator" });
    if (!/^\d+(\.\d+)?$/.test(text)) return refuse({ code: "not_a_number" });
    if (/^\d{13}/.test(text)) return refuse({ code: "amount_too_large" });
    const amountMinor = parseMinor(text, of);
    return amountMinor === null ? refuse({ code: "too_many_decimals" }) : ok(amountMinor);
  };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** P-30: a day as the channel's clocks have it, and the instant where a time with a zone stands there. */
export type CellDate = { on: string; at: string | null };

/** A parser of days; the day of an instant is the one in this zone, whoever reads it. */
export const dayIn =
  (zone: string): CellParser<CellDate> =>
  (text) => {
    const day = /^(\d{1,2})-([a-z]{3})-(\d{4}|\d{2})$/i.exec(text);
    // A spreadsheet shows the year's end only; none of these days is of another century.
    if (day) return dateOf(day[3]?.padStart(4, "20"), MONTHS.indexOf((day[2] ?? "").toLowerCase()) + 1, day[1]);
    const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
    if (iso) return iso[4] ? instantIn(zone, text) : dateOf(iso[1], iso[2], iso[3]);
    return refuse({ code: isSpreadsheetDate(text) ? "damaged_date" : "not_a_date" });
  };

/** 2026/7/10, 2026-7-10, 7/10/2026, 10.07.2026, 2026年7月10日 and the serial number 45123. */
function isSpreadsheetDate(text: string): boolean {
  return (
    /^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(\D|$)/.test(text) ||
    /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})(\D|$)/.test(text) ||
    /^\d{1,2}-[a-z]{3}$/i.test(text) ||
    /^\d{4}年\d{1,2}月\d{1,2}日/.test(text) ||
    /^[3-6]\d{4}([.,]\d+)?$/.test(text)
  );
}

function dateOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): ReturnType<CellParser<CellDate>> {
  if (Number(year) < 1995 || Number(month) < 1) return refuse({ code: "not_a_date" });
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return ok({ on: Temporal.PlainDate.from(fields, { overflow: "reject" }).toString(), at: null });
  } catch {
    return refuse({ code: "not_a_date" });
  }
}

/** An instant with the day that it falls on in a zone. */
export function instantIn(zone: string, text: string): ReturnType<CellParser<CellDate>> {
  try {
    const instant = Temporal.Instant.from(text);
    return ok({ on: todayIn(new Date(instant.epochMilliseconds), zone), at: instant.toString() });
  } catch {
    return refuse({ code: "not_a_date" });
  }
}
