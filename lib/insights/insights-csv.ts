import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import type { ComparedRow } from "./compared";
import type { Amounts } from "./insights";

const MONEY = { refunded: "refundedUnknown", intended: "intendedUnknown", labelCosts: "labelCostsUnknown" } as const;
const COLUMN_OF = { refunded: "refunded", intended: "announced_refund", labelCosts: "label_cost" } as const;
type MoneyKey = keyof typeof MONEY;
const MONEY_KEYS = Object.keys(MONEY) as MoneyKey[];

/** Groups as CSV: each kind of money has a column for each of its currencies, and one for how many are unknown. */
export function insightsCsv(rows: readonly (ComparedRow & { label: string })[]): AsyncGenerator<string> {
  const currenciesOf = (key: MoneyKey) => [...new Set(rows.flatMap((row) => Object.keys(row[key])))].sort();
  const money = MONEY_KEYS.map((key) => ({ key, currencies: currenciesOf(key) }));
  const cells = (key: MoneyKey, amounts: Amounts, currencies: readonly string[]) =>
    currencies.map((currency): [string, string] => {
      const amountMinor = amounts[currency];
      return [
        `${COLUMN_OF[key]}_${currency}`,
        amountMinor === undefined ? "" : minorToDecimal({ amountMinor, currency }),
      ];
    });
  const lines = rows.map((row) =>
    Object.fromEntries<string | number>([
      ["key", row.isRest ? "(rest)" : (row.key ?? "")],
      ["name", row.label],
      ["returns", row.returns],
      ["returns_in_the_period_before", row.before ?? ""],
      ["units", row.units],
      ["units_where_orders_are_known", row.sold?.returned ?? ""],
      ["units_sold_there", row.sold?.units ?? ""],
      ["units_in_those_orders", row.ordered ?? ""],
      ["units_in_those_orders_unknown", row.orderedUnknown],
      ["answered", row.answered],
      ["answered_late", row.answeredLate],
      ...money.flatMap(({ key, currencies }) => [
        ...cells(key, row[key], currencies),
        [`${COLUMN_OF[key]}_unknown`, row[MONEY[key]]] as [string, number],
      ]),
    ]),
  );
  const columns = [
    ...["key", "name", "returns", "returns_in_the_period_before"],
    ...["units", "units_where_orders_are_known", "units_sold_there"],
    ...["units_in_those_orders", "units_in_those_orders_unknown"],
    ...["answered", "answered_late"],
    ...money.flatMap(({ key, currencies }) => [
      ...currencies.map((currency) => `${COLUMN_OF[key]}_${currency}`),
      `${COLUMN_OF[key]}_unknown`,
    ]),
  ];
  return csvOf(
    (async function* () {
      yield* lines;
    })(),
    columns,
  );
}
