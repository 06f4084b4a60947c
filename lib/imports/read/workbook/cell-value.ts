import { unescaped } from "./cell-text";
import type { SharedStrings } from "./shared-strings";

export type Workbook = {
  strings: SharedStrings;
  isDay: (style: number) => boolean;
  /** Workbooks made on old Macs count their days from 1904. */
  is1904: boolean;
  decimal: "." | ",";
};

export type RawCell = { type: string; style: number; value: string };

/** What stands in a cell, as a text: numbers with the decimal sign of the reading, days as 2026-07-14. */
export function textOfCell({ type, style, value }: RawCell, { strings, isDay, is1904, decimal }: Workbook): string {
  if (value === "") return "";
  if (type === "s") return strings.get(Number(value));
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "d") return value.replace(/T00:00:00(\.0+)?Z?$|(\.\d+)?Z?$/, "");
  if (type !== "n") return unescaped(value);
  const isNumber = /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(value);
  if (!isNumber) return value;
  return isDay(style) ? dayText(Number(value), is1904) : numberText(value, decimal);
}

const DAY_MS = 86_400_000;
const DAYS_TO_1904 = 1462;

/** Spreadsheets count days from the one before the last of 1899, with a 29 February 1900 that never was. */
function dayText(serial: number, is1904: boolean): string {
  const days = serial + (is1904 ? DAYS_TO_1904 : 0);
  const at = new Date(Math.round((days * DAY_MS) / 1000) * 1000 + Date.UTC(1899, 11, 30));
  if (Number.isNaN(at.getTime())) return String(serial);
  return at.toISOString().replace(/T00:00:00\.000Z$|\.\d{3}Z$/, "");
}

/** A spreadsheet keeps 15 digits of a number: a longer one is written as what it has become, to be refused as damaged. */
function numberText(digits: string, decimal: "." | ","): string {
  const value = Number(digits);
  if (Number.isInteger(value)) return Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
  // 21.38 lies there as 21.379999999999999.
  return String(Number(value.toPrecision(15))).replace(".", decimal);
}
