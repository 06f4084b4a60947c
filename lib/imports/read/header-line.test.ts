import iconv from "iconv-lite";
import { expect, it } from "vitest";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { guessColumns } from "../guess-columns";
import { inPieces } from "../testdata/made-up-report";
import { madeUpSheet } from "../testdata/made-up-sheet";
import { readReport } from "./read-report";
import type { OrderRow } from "./words/order-row";
import type { ReadResult, RowRefusal } from "./words/report-row";

const input = (file: string | Buffer) => ({
  name: "list",
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  bytes: inPieces(file, 900),
});

/** The columns that a newcomer is asked about. */
async function columnsOf(file: string | Buffer): Promise<string[]> {
  const read = await readReport(input(file));
  if (read.ok || read.refusal.code !== "needs_mapping") throw new Error(`not asked about: ${JSON.stringify(read)}`);
  return read.refusal.columns ?? [];
}

/** Reads a list of orders as a newcomer does who takes what is suggested. */
async function readAsSuggested(file: string | Buffer, how: Partial<ColumnMapping> = {}) {
  const { columns } = guessColumns(await columnsOf(file), "orders");
  const mapping: ColumnMapping = { columns, dateOrder: "ymd", decimal: ".", statuses: {}, ...how };
  const read: ReadResult = await readReport({ ...input(file), mapped: { kind: "orders", mapping } });
  if (!read.ok || read.holds !== "orders") throw new Error(`refused whole: ${JSON.stringify(read)}`);
  const rows: OrderRow[] = [];
  const refused: RowRefusal[] = [];
  for await (const event of read.rows) {
    if (event.kind === "row") rows.push(event.row);
    else refused.push(event.refusal);
  }
  return { rows, refused, sheets: read.sheets ?? null };
}

const HEADER = ["订单号", "下单时间", "商品名称", "数量", "实付金额"];
const ROW = ["202607100012", { serialDay: 46213 }, "台灯", 2, 59.9];

it.each([
  ["a title merged over all columns", [["七月订单"], HEADER, ROW]],
  ["a title, a note and a blank line", [["七月订单"], ["导出时间：2026-07-31"], [], HEADER, ROW]],
  ["groups of columns", [["订单信息", "", "商品信息", "", ""], HEADER, ROW]],
  ["names merged downwards", [["订单号", "下单时间", "商品", "", "实付金额"], ["", "", "商品名称", "数量", ""], ROW]],
  ["nothing above", [HEADER, ROW]],
])("finds the header of a spreadsheet under %s", async (_, rows) => {
  const read = await readAsSuggested(madeUpSheet(rows));
  expect(read.refused).toEqual([]);
  expect(read.rows).toMatchObject([
    { orderNumber: "202607100012", orderedOn: "2026-07-10", paidMinor: 5990, line: { title: "台灯", quantity: 2 } },
  ]);
});

it("tells lines as the file counts them, titles included", async () => {
  const { refused } = await readAsSuggested(madeUpSheet([["七月订单"], HEADER, ROW, ["A2", "昨天", "灯", 1, 5]]));
  expect(refused).toMatchObject([{ line: 4, column: "下单时间", code: "not_a_date", value: "昨天" }]);
});

it("reads the sheet whose columns it knows, and names those that are left out", async () => {
  const file = madeUpSheet([["说明"], ["请勿修改"]], { 订单: [HEADER, ROW], 空: [], 退货: [["订单号"], ["1"]] });
  const { rows, sheets } = await readAsSuggested(file);
  expect(rows).toHaveLength(1);
  expect(sheets).toEqual({ sheet: "订单", others: ["Sheet1", "退货"] });
});

it("takes a spreadsheet's number of a day for that day; in a text it is refused as rewritten", async () => {
  const [order, , ...rest] = ROW;
  const { rows } = await readAsSuggested(madeUpSheet([HEADER, [order ?? "", 46213, ...rest]]));
  expect(rows).toMatchObject([{ orderedOn: "2026-07-10" }]);
  const { refused } = await readAsSuggested(`${HEADER.join(",")}\nA1,46213,灯,1,5\n`);
  expect(refused).toMatchObject([{ line: 2, column: "下单时间", code: "damaged_date" }]);
});

it("keeps the 13 digits of a number that a spreadsheet holds as one, and refuses 16 as rounded", async () => {
  const [, ...rest] = ROW;
  const file = madeUpSheet([HEADER, [2026071000123, ...rest], [8012345678901234, ...rest]]);
  const { rows, refused } = await readAsSuggested(file);
  expect(rows).toMatchObject([{ orderNumber: "2026071000123" }]);
  expect(refused).toMatchObject([{ line: 3, column: "订单号", code: "damaged_id" }]);
});

const COMMAS = { decimal: ",", dateOrder: "dmy" } as const;

it.each([
  [
    "with a title that has a comma",
    "Export, Juli 2026\nOrder no;Order date;Title;Total\nA1;10.7.2026;Lampe;1.059,90\n",
  ],
  [
    "with the line by which spreadsheets tell it",
    "sep=;\nOrder no;Order date;Title;Total\nA1;10.7.2026;Lampe;1.059,90\n",
  ],
  ["with decimal commas in every row", "Order no;Order date;Total\nA1;10.7.2026;1.059,90\n"],
])("parts a CSV file by semicolons: %s", async (_, file) => {
  const { rows, refused } = await readAsSuggested(file, COMMAS);
  expect(refused).toEqual([]);
  expect(rows).toMatchObject([{ orderNumber: "A1", orderedOn: "2026-07-10", paidMinor: 105990 }]);
});

it("reads a Chinese list as Excel in China saves it, in GB18030", async () => {
  const file = iconv.encode(`${HEADER.join(",")}\r\n202607100012,2026/7/10 12:30,台灯（白）,2,59.90\r\n`, "gb18030");
  const { rows, refused } = await readAsSuggested(file);
  expect(refused).toEqual([]);
  expect(rows).toMatchObject([{ orderedOn: "2026-07-10", line: { title: "台灯（白）" } }]);
});

it("asks about a list in a language it does not know by its first line of several cells", async () => {
  expect(await columnsOf("Ordini luglio\nNumero;Giorno;Merce\nA1;x;y\n")).toEqual(["Numero", "Giorno", "Merce"]);
});
