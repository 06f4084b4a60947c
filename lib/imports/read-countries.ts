import { countryCodeOf } from "@/lib/kernel/country-code";
import { ok, type Result } from "@/lib/kernel/result";
import { HAND_IN_METHODS, type Operation, operationSchema } from "@/lib/policy/terms/terms";
import { namedCells, type SmallTableRefusal } from "./table-cells";
import { tableOfFile } from "./table-of-file";

type Country = Operation["freeReturnCountries"][number];
type Column = keyof Country;

/** What the columns of a country table may be called, the first as the others are told. */
const COLUMNS: Record<Column, readonly string[]> = {
  country: ["country", "country code", "国家", "国家/地区"],
  method: ["method", "way of handing in", "hand in", "交寄方式", "方式"],
  carrier: ["carrier", "logistics", "物流商", "承运商", "物流公司"],
  site: ["site", "website", "url", "网站", "网址"],
  phone: ["phone", "telephone", "电话"],
  warehouse: ["warehouse", "address", "仓库", "仓库地址"],
};

const METHODS: Record<Country["method"], readonly string[]> = {
  drop_off: ["", "drop off", "dropoff", "自寄"],
  pick_up: ["pick up", "pickup", "collect", "上门取件", "取件"],
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** What is wrong with a cell: its country or way is not known, its country stood above, or it is too long. */
export type CountryProblem = { line: number; column: Column; code: "unknown" | "twice" | "too_long"; text: string };
export type CountryUpload = { rows: Country[]; problems: CountryProblem[] };

const cellSchemas = operationSchema.shape.freeReturnCountries.element.shape;
const CELLS = ["carrier", "site", "phone", "warehouse"] as const satisfies readonly Column[];

/**
 * S0-27, S0-28: reads a table of countries. It changes nothing; where a cell is wrong, no row of the file is handed on and
 * each wrong cell is named.
 */
export async function readCountries(
  file: Uint8Array,
  fileName: string,
): Promise<Result<CountryUpload, SmallTableRefusal>> {
  const table = await tableOfFile(fileName, file);
  if (!table.ok) return table;
  const named = namedCells(table.value, COLUMNS, ["country"]);
  if (!named.ok) return named;
  const problems: CountryProblem[] = [];
  const rows = new Map<string, Country>();
  for (const { line, cells } of named.value) {
    const wrong = (column: Column, code: CountryProblem["code"]) =>
      problems.push({ line, column, code, text: cells[column] });
    const country = countryCodeOf(cells.country);
    if (country === null) wrong("country", "unknown");
    else if (rows.has(country)) wrong("country", "twice");
    const method = HAND_IN_METHODS.find((known) => METHODS[known].includes(plain(cells.method)));
    if (!method) wrong("method", "unknown");
    for (const cell of CELLS) if (!cellSchemas[cell].safeParse(cells[cell]).success) wrong(cell, "too_long");
    const { carrier, site, phone, warehouse } = cells;
    if (country && method) rows.set(country, { country, method, carrier, site, phone, warehouse });
  }
  return ok({ rows: problems.length > 0 ? [] : [...rows.values()], problems });
}
