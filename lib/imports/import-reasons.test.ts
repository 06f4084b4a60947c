import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh-CN.json";
import type { Warning } from "./read/warnings";
import type { FileRefusalCode, RowRefusalCode } from "./read/words/report-row";

const row = { line: 4, column: "Label cost", value: "1,5x" };
const file = { name: "UTF-16", columns: "ASIN, SKU" };
const doubt = { value: "Foo", expected: "USD", found: "GBP", example: "8123", rows: 1200, of: 2000 };

/** One of each code, with what its sentence is given; a code without a line here does not compile. */
const GIVEN: Record<RowRefusalCode | FileRefusalCode | Warning["code"], Record<string, string | number>> = {
  missing_order_id: row,
  missing_value: row,
  control_character: row,
  broken_character: row,
  id_too_long: row,
  text_too_long: row,
  damaged_id: row,
  bad_order_number: row,
  damaged_date: row,
  not_a_date: row,
  not_a_number: row,
  decimal_comma: row,
  thousands_separator: row,
  too_many_decimals: row,
  amount_too_large: row,
  negative: row,
  bad_quantity: row,
  bad_currency: row,
  not_yes_or_no: row,
  bad_country: row,
  other_date_order: row,
  other_decimal: row,
  other_currency_sign: row,
  other_order_currency: row,
  unknown_status: doubt,
  unknown_statuses: doubt,
  unknown_order: row,
  row_cut_short: row,
  too_many_cells: row,
  quote_not_closed: row,
  no_items: row,
  file_cut_short: row,
  file_damaged: row,
  damaged_xml: row,
  line_too_long: row,
  foreign_report: file,
  empty_file: file,
  missing_columns: file,
  duplicate_columns: file,
  not_tab_separated: file,
  not_text: file,
  unsupported_encoding: file,
  broken_gzip: file,
  spreadsheet_file: file,
  zip_file: file,
  pdf_file: file,
  html_page: file,
  json_file: file,
  broken_xml: file,
  needs_mapping: file,
  other_columns: file,
  other_kind: { name: "orders" },
  marketplace_report: file,
  spreadsheet_too_large: file,
  spreadsheet_too_wide: file,
  cell_too_long: file,
  unpacks_too_large: file,
  takes_too_long: file,
  ended_worker: file,
  other_currency: doubt,
  other_order_numbers: doubt,
  doubled_returns: doubt,
  other_sheets: { sheet: "7月", others: "8月" },
  no_rows: file,
};

describe.each([
  { locale: "en" as const, messages: en },
  { locale: "zh-CN" as const, messages: zh },
])("the reasons in $locale", ({ locale, messages }) => {
  it("have a sentence for every code, and no other", () => {
    const codes = Object.keys(GIVEN) as (keyof typeof GIVEN)[];
    expect(Object.keys(messages.importReasons).sort()).toEqual([...codes].sort());
    const say = createTranslator({
      locale,
      messages: { importReasons: messages.importReasons },
      namespace: "importReasons",
      onError: (error) => {
        throw error;
      },
    });
    for (const code of codes) {
      const sentence = say(code, GIVEN[code]);
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/[{}!！]/);
    }
    expect(say("foreign_report", { name: "fba_customer_returns" })).toContain("FBA");
  });
});
