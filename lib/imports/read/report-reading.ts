import { guessDateOrder, guessDecimal } from "../guess-reading";
import type { Reading } from "./read-table";
import type { ReportContext } from "./to-report-row";

/** What of a report's first rows tells how it is written. */
export type Sample = { labelCurrencies: string[]; days: string[]; amounts: string[] };

/** So many rows are looked at; what they say holds for the whole file. */
export const LOOKED_AT = 500;

/**
 * How a report is read, by its first rows. It names a currency for labels only: where most of them are in another one
 * than the channel's, so are its amounts – a file of another country, whose 2138 yen must not become dollars.
 */
export function readingOf(
  { labelCurrencies, days, amounts }: Sample,
  { file, currency, timeZone }: Pick<Reading, "file" | "currency" | "timeZone">,
  { hasSerialDays, hasDecimalComma }: { hasSerialDays: boolean; hasDecimalComma: boolean },
): ReportContext {
  const named = labelCurrencies.map((name) => name.trim().toUpperCase()).filter((name) => /^[A-Z]{3}$/.test(name));
  const other = named.find(
    (name) => name !== currency && named.filter((one) => one === name).length * 2 > named.length,
  );
  const order = guessDateOrder(days.map((day) => day.trim()));
  return {
    ...{ file, currency, timeZone, hasSerialDays },
    otherCurrency: other ?? null,
    // In doubt a day that can be two is refused by its line, not guessed.
    dateOrder: order.isSure ? order.value : "ymd",
    decimal: hasDecimalComma ? guessDecimal(amounts.map((amount) => amount.trim())).value : ".",
  };
}
