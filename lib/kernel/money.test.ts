import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, minorDigits, minorToDecimal, parseMinor, parseTypedMinor } from "./money";
import { currencySchema } from "./schemas";

describe("minor units", () => {
  it.each([
    ["USD", 2],
    ["EUR", 2],
    ["CNY", 2],
    ["JPY", 0],
    ["KWD", 3],
  ])("%s has %i digits", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
    expect(minorDigits(currency)).toBe(digits);
  });
});

describe("reading an amount as it is typed", () => {
  it.each([
    ["12.50", "USD", 1250],
    ["12,50", "EUR", 1250],
    ["12,5", "EUR", 1250],
    ["1.234,50", "EUR", 123450],
    ["1,234.50", "USD", 123450],
    ["1 234,50", "EUR", 123450],
    ["1,234", "USD", 123400],
    ["1.234.567", "EUR", 123456700],
    ["1.234", "KWD", 1234],
    ["1,980", "JPY", 1980],
    ["１２．５０", "CNY", 1250],
    ["7", "USD", 700],
  ])("'%s' %s is %i", (text, currency, amount) => {
    expect(parseTypedMinor(text, currency)).toBe(amount);
  });

  it.each([
    ["", "USD"],
    ["1,23,4.5", "USD"],
    ["1.234,567.8", "USD"],
    ["12.50 USD", "USD"],
    ["1.9999", "USD"],
    ["1,5", "JPY"],
  ])("'%s' %s is no amount", (text, currency) => {
    expect(parseTypedMinor(text, currency)).toBeNull();
  });
});

describe("reading a decimal", () => {
  it.each([
    ["21.38", "USD", 2138],
    ["-3", "USD", -300],
    ["67.5", "USD", 6750],
    [" 67.50 ", "USD", 6750],
    ["67.5000", "USD", 6750],
    ["0.07", "USD", 7],
    ["1980", "JPY", 1980],
    ["1980.00", "JPY", 1980],
    ["1.234", "KWD", 1234],
    ["0.1", "USD", 10],
    ["4.35", "USD", 435],
    ["90071992547409.91", "USD", Number.MAX_SAFE_INTEGER],
  ])("'%s' %s is %i", (text, currency, amount) => {
    expect(parseMinor(text, currency)).toBe(amount);
  });

  it.each([
    ["", "USD"],
    ["21,38", "USD"],
    ["1,234.00", "USD"],
    ["1.999", "USD"],
    ["19.5", "JPY"],
    ["1E+14", "USD"],
    [".5", "USD"],
    ["5.", "USD"],
    ["+5", "USD"],
    ["--5", "USD"],
    ["$5", "USD"],
    ["NaN", "USD"],
    ["90071992547409.92", "USD"],
    ["9999999999999999", "JPY"],
  ])("'%s' %s is nothing we guess at", (text, currency) => {
    expect(parseMinor(text, currency)).toBeNull();
  });

  it("reads back what it wrote, for every amount and currency", () => {
    const amount = fc.integer({ min: 1 - 1e15, max: 1e15 - 1 });
    fc.assert(
      fc.property(amount, fc.constantFrom("USD", "JPY", "KWD"), (amountMinor, currency) => {
        expect(parseMinor(minorToDecimal({ amountMinor, currency }), currency)).toBe(amountMinor);
      }),
    );
  });
});

describe("writing", () => {
  it.each([
    [2138, "USD", "21.38"],
    [-5, "USD", "-0.05"],
    [0, "USD", "0.00"],
    [1980, "JPY", "1980"],
    [7, "KWD", "0.007"],
  ])("%i %s is %s", (amountMinor, currency, text) => {
    expect(minorToDecimal({ amountMinor, currency })).toBe(text);
  });

  it.each(["en", "zh-CN"])("tells every dollar and yen apart in %s", (locale) => {
    const shown = ["USD", "CAD", "MXN", "CNY", "JPY"].map((currency) =>
      formatMoney({ amountMinor: 100, currency }, locale),
    );
    expect(new Set(shown.map((text) => text.replace(/[\d.,\s]/g, ""))).size).toBe(shown.length);
  });

  it("shows minor units of each currency", () => {
    expect(formatMoney({ amountMinor: 123456, currency: "USD" }, "en")).toBe("US$1,234.56");
    expect(formatMoney({ amountMinor: 123456, currency: "JPY" }, "en")).toBe("JP¥123,456");
  });
});

it("a currency is three capital letters", () => {
  expect(["USD", "usd", "US", "USDT", "US1"].map((text) => currencySchema.safeParse(text).success)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
