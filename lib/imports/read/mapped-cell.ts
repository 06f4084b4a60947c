import { Temporal } from "temporal-polyfill";
import { ok, refuse } from "@/lib/kernel/result";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { amountIn, type CellDate, type CellParser, dayIn, id, instantIn, yesOrNo } from "./cell";
import { isCancelledWord } from "./words/status-words";

type DateOrder = ColumnMapping["dateOrder"];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const ZONE = "(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
const TIME = `(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*${ZONE})?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`, "i");
const DAY_MONTH_NAME = new RegExp(`^(\\d{1,2})[- ]([a-z]{3})[a-z]*\\.?[- ,]+(\\d{4})${TIME}$`, "i");
const MONTH_NAME_DAY = new RegExp(`^([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})${TIME}$`, "i");
const CHINESE = new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日${TIME}$`, "i");
/** yyyyMMdd, and yyyyMMddHHmmssSSS±hhmm as AliExpress writes it. */
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})(?:\d{3})?([+-]\d{4})?)?$/;

/** Spreadsheets count days from here, and 1900-02-29, which never was, with them. */
const SERIAL_ZERO = Temporal.PlainDate.from("1899-12-30");

type DayReading = { order: DateOrder /** The channel's. */; zone: string; hasSerialDays?: boolean };

/**
 * A parser of dates whose order somebody told once for the whole file. A year in front leaves no doubt in any order, nor
 * does a spreadsheet's own number of a day, which lies there where the cell was not made a date.
 */
export const dateIn =
  ({ order, zone, hasSerialDays = false }: DayReading): CellParser<CellDate> =>
  (text) => {
    const serial = hasSerialDays ? /^([3-6]\d{4})(?:[.,]\d+)?$/.exec(text)?.[1] : undefined;
    if (serial) return ok({ on: SERIAL_ZERO.add({ days: Number(serial) }).toString(), at: null });
    const parts = partsOf(text, order);
    if (parts === "other_order") return refuse({ code: "other_date_order" });
    if (parts === null) return /^\d{5}([.,]\d+)?$/.test(text) ? refuse({ code: "damaged_date" }) : dayIn(zone)(text);
    const { year, month, day, hour, minute, second, offset } = parts;
    try {
      const on = Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
      if (year < 1995) return refuse({ code: "not_a_date" });
      if (offset === null) return ok({ on: on.toString(), at: null });
      const time = Temporal.PlainTime.from({ hour, minute, second }, { overflow: "reject" });
      return instantIn(zone, `${on.toPlainDateTime(time)}${offset}`);
    } catch {
      return refuse({ code: "not_a_date" });
    }
  };

type Parts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  offset: string | null;
};

function partsOf(text: string, order: DateOrder): Parts | "other_order" | null {
  const first = YEAR_FIRST.exec(text) ?? CHINESE.exec(text);
  if (first) return partsFrom(first, [first[1], first[2], first[3]]);
  const run = RUN_TOGETHER.exec(text);
  if (run) return partsFrom([...run.slice(0, 7), undefined, run[7]], [run[1], run[2], run[3]]);
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return partsFrom(named, [named[3], monthOf(named[2]), named[1]]);
  const american = MONTH_NAME_DAY.exec(text);
  if (american) return partsFrom(american, [american[3], monthOf(american[1]), american[2]]);
  const last = YEAR_LAST.exec(text);
  if (!last) return null;
  if (order === "ymd") return "other_order";
  const [day, month] = order === "dmy" ? [last[1], last[2]] : [last[2], last[1]];
  return Number(month) > 12 ? "other_order" : partsFrom(last, [last[3], month, day]);
}

const monthOf = (name: string | undefined): string => String(MONTHS.indexOf((name ?? "").toLowerCase()) + 1);

function partsFrom(match: readonly (string | undefined)[], [year, month, day]: (string | undefined)[]): Parts {
  const [hour, minute, second, half, offset] = match.slice(4, 9);
  const isHalfDay = half !== undefined;
  const clock = Number(hour ?? 0);
  const isAfternoon = half?.toLowerCase().startsWith("p") ?? false;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: isHalfDay ? (clock % 12) + (isAfternoon ? 12 : 0) : clock,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    offset: offset === undefined ? null : /^(z|utc|gmt)$/i.test(offset) ? "Z" : offset,
  };
}

/** What people write before or behind an amount beside the code, where no locale has it. */
const OTHER_SIGNS: Record<string, readonly string[]> = {
  CNY: ["元", "rmb", "人民币"],
  JPY: ["円", "日元"],
  TWD: ["元"],
};
const LOCALES = [
  "en",
  "en-US",
  "zh-CN",
  "zh-TW",
  "ja",
  "ko",
  "de",
  "fr",
  "pl",
  "cs",
  "hu",
  "sv",
  "da",
  "nb",
  "pt-BR",
  "tr",
  "ru",
];
const signs = new Map<string, ReadonlySet<string>>();

/** By which signs a currency is written: its code and its symbols, in small letters. */
function signsOf(currency: string): ReadonlySet<string> {
  const known = signs.get(currency);
  if (known) return known;
  const symbols = LOCALES.flatMap((locale) =>
    (["symbol", "narrowSymbol"] as const).flatMap((currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay })
        .formatToParts(1)
        .flatMap(({ type, value }) => (type === "currency" ? [plainSign(value)] : [])),
    ),
  );
  const found = new Set([plainSign(currency), ...symbols, ...(OTHER_SIGNS[currency] ?? [])]);
  signs.set(currency, found);
  return found;
}

const plainSign = (text: string): string => text.normalize("NFKC").replace(/[\s.]/g, "").toLowerCase();

/**
 * A parser of amounts with the decimal sign of the file: groups, spaces and the currency's own sign are passed over.
 * Another currency's sign is refused by name: 2138 yen are not 2138 of anything else.
 */
export const amountWith = (decimal: ColumnMapping["decimal"], currency: string): CellParser<number> => {
  const parse = amountIn(currency);
  const group = decimal === "." ? "," : ".";
  return (text) => {
    if (/e\+\d+$/i.test(text)) return refuse({ code: "damaged_id" });
    const parts = /^([^\d]*?)(-?[.,]?\d(?:.*\d)?[.,]?)([^\d]*)$/u.exec(text.normalize("NFKC"));
    const sign = parts ? plainSign(`${parts[1]}${parts[3]}`).replace(/^[-+]|[-+]$/g, "") : "";
    if (sign !== "" && !signsOf(currency).has(sign)) return refuse({ code: "other_currency_sign" });
    const bare = (parts ? `${parts[1]?.includes("-") ? "-" : ""}${parts[2]}` : text).replace(/[\s'’]/g, "");
    const [whole = "", fraction, ...more] = bare.split(decimal);
    if (more.length > 0 || fraction?.includes(group)) return refuse({ code: "other_decimal" });
    if (whole.includes(group) && !new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+$`).test(whole))
      return refuse({ code: "other_decimal" });
    return parse(`${whole.replaceAll(group, "")}${fraction === undefined || fraction === "" ? "" : `.${fraction}`}`);
  };
};

/** An order number of any shop; the # that Shopify puts before it is not part of it. */
export const anyOrderNumber: CellParser<string> = (text) => {
  const bare = text.replace(/^#/, "");
  const read = id(bare);
  if (!read.ok) return read;
  return /^[\p{L}\p{N}][\p{L}\p{N}._:/#-]*$/u.test(bare) ? read : refuse({ code: "bad_order_number" });
};

const YES: readonly string[] = ["是", "有", "支持", "1", "✓", "√"];
const NO: readonly string[] = ["否", "无", "不支持", "0", "-"];

export const anyYesOrNo: CellParser<boolean> = (text) => {
  if (YES.includes(text)) return ok(true);
  return NO.includes(text) ? ok(false) : yesOrNo(text);
};

/** A column that says yes by a day, as Shopify's "Cancelled at" does, or in a word. */
export const yesOrDate =
  (date: CellParser<CellDate>): CellParser<{ isYes: boolean; on: string | null }> =>
  (text) => {
    const word = anyYesOrNo(text);
    if (word.ok) return ok({ isYes: word.value, on: null });
    if (isCancelledWord(text)) return ok({ isYes: true, on: null });
    const day = date(text);
    return day.ok ? ok({ isYes: true, on: day.value.on }) : day;
  };

/** AliExpress has junk in its tracking column; only what looks like a number of a parcel is one. */
export const isTrackingNumber = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9\-_.:/]{0,254}$/.test(text);
