import { z } from "zod";

/** ISO 4217 code, upper case. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** An amount in minor units of its currency (cents for USD, yen for JPY); always a safe integer. */
export type Money = { amountMinor: number; currency: string };

const exponents = new Map<string, number>();

/** How many decimal digits the minor unit of a currency has (USD 2, JPY 0, KWD 3), by ISO 4217. */
export function minorDigits(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, digits);
  return digits;
}

/**
 * Reads a plain decimal ("21.38", "-3", "67.5") into minor units without a float in between.
 * Answers null for anything else: other separators, too many decimals, exponents, unsafe sizes.
 */
export function parseMinor(text: string, currency: string): number | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  const amount = Number(`${match[2]}${fraction.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] ? -amount : amount;
}

/** The decimal text of an amount ("21.38"), for files and inputs; never for reading by people. */
export function minorToDecimal({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Money as people read it: the currency is always told apart (US$, CA$, CN¥), so never the narrow symbol. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  // en-US alone shortens USD to a bare "$"; a neutral English keeps the dollars apart.
  const reader = locale === "en" ? "en-GB" : locale;
  return new Intl.NumberFormat(reader, { style: "currency", currency, currencyDisplay: "symbol" }).format(
    minorToDecimal({ amountMinor, currency }) as `${number}`,
  );
}
