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

/** One separator alone that parts three digits is a decimal sign only where the currency has three. */
const isGrouped = (text: string, digits: number): boolean => digits < 3 && /^-?\d{1,3}[.,]\d{3}$/.test(text);

/**
 * Reads an amount as people type it in any of our languages: "12,50", "1.234,50", "1,234.50", "1 234.5", full-width digits.
 * Answers null for what parseMinor would, and where groups and decimals cannot be told apart.
 */
export function parseTypedMinor(text: string, currency: string): number | null {
  const plain = text.normalize("NFKC").replace(/[\s'’]/g, "");
  const sign = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (sign < 0) return parseMinor(plain, currency);
  const last = plain.charAt(sign);
  const hasOneKind = !plain.includes(last === "." ? "," : ".");
  const isRepeated = plain.indexOf(last) !== sign;
  const isWhole = hasOneKind && (isRepeated || isGrouped(plain, minorDigits(currency)));
  const [whole, fraction] = isWhole ? [plain, ""] : [plain.slice(0, sign), plain.slice(sign + 1)];
  if (/[.,]/.test(whole) && !/^-?\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole)) return null;
  return parseMinor(`${whole.replace(/[.,]/g, "")}${fraction === "" ? "" : `.${fraction}`}`, currency);
}

/** The decimal text of an amount ("21.38"), for files and inputs; never for reading by people. */
export function minorToDecimal({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known =
    formatters.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "symbol" });
  formatters.set(key, known);
  return known;
}

/** Money as people read it: the currency is always told apart (US$, CA$, CN¥), so never the narrow symbol. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  // en-US alone shortens USD to a bare "$"; a neutral English keeps the dollars apart.
  const reader = locale === "en" ? "en-GB" : locale;
  return formatter(reader, currency).format(minorToDecimal({ amountMinor, currency }) as `${number}`);
}
