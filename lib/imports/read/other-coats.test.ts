import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { type MadeUpCells, madeUpReport, readAll } from "../testdata/made-up-report";
import { otherCoats } from "../testdata/other-coats";

const ROWS: MadeUpCells[] = [
  {
    "Item Name": 'Cable 5", white; 2 m',
    "Merchant RMA ID": "R-77",
    "Tracking ID": "1Z999",
    "Order Item ID": "34298664517700",
  },
  { "Amazon RMA ID": " ", "Item Name": "Café, Größe <M>", "Label cost": " ", "Order Item ID": " ", "Tracking ID": " " },
  { "Return delivery date": "20-Jul-2026", "Refunded Amount": "21.30", "Tracking ID": "1Z998" },
];
const REPORT = madeUpReport(ROWS);
const coats = otherCoats(REPORT);

const contentOf = (rows: object[]) => rows.map((row) => ({ ...row, source: null }));

it.each(Object.entries(coats))("the returns report as %s is the same report", async (_, file) => {
  const original = await readAll(REPORT);
  const read = await readAll(file);
  expect(read).toMatchObject({ format: "amazon_flat", refused: [], unknownColumns: [] });
  expect(contentOf(read.rows)).toEqual(contentOf(original.rows));
});

it.each(["utf-16le", "utf-16be"])("reads %s with its mark and without, in pieces of any size", async (encoding) => {
  for (const addBOM of [true, false]) {
    const read = await readAll(iconv.encode(REPORT, encoding, { addBOM }), "USD", 333);
    expect(read).toMatchObject({ encoding, refused: [] });
    expect(read.rows[1]?.itemName).toBe("Café, Größe <M>");
  }
});

it("reads a row whose empty end was left away, and refuses one that ends before it says what it must", async () => {
  const [header = "", line = ""] = madeUpReport([{ "Order Item ID": " " }]).split("\r\n");
  const short = line.trimEnd();
  const { rows, refused } = await readAll(`${header}\r\n${short}\r\n${short.split("\t").slice(0, 17).join("\t")}\r\n`);
  expect(rows).toMatchObject([{ orderQuantity: 2, refundedMinor: null, orderItemId: null }]);
  expect(refused).toMatchObject([{ line: 3, code: "row_cut_short", value: "17" }]);
});

it("takes the seller's RMA from either of its columns where a file has both", async () => {
  const report = madeUpReport([{ "Merchant RMA ID": "R-1" }, { "Amazon RMA ID": "D2" }]).split("\r\n");
  const [header, first, second] = report;
  const file = `${header}\tSeller RMA ID\r\n${first}\t \r\n${second}\tR-2\r\n`;
  expect((await readAll(file)).rows.map((row) => row.merchantRma)).toEqual(["R-1", "R-2"]);
});

it("reads days as a spreadsheet of that country writes them, once one of them tells the order", async () => {
  const withDays = (...days: string[]) =>
    madeUpReport(days.map((day) => ({ "Order date": day, "Return request date": day }))).replaceAll("\t", ",");
  const days = async (file: string) => (await readAll(file)).rows.map(({ orderedOn }) => orderedOn);
  expect(await days(withDays("7/4/2026", "7/14/2026"))).toEqual(["2026-07-04", "2026-07-14"]);
  expect(await days(withDays("4.7.2026", "14.7.2026"))).toEqual(["2026-07-04", "2026-07-14"]);
  expect(await days(withDays("2026/7/4", "4-Jul-26"))).toEqual(["2026-07-04", "2026-07-04"]);
  const doubtful = await readAll(withDays("7/4/2026"));
  expect(doubtful).toMatchObject({ rows: [], refused: [{ line: 2, code: "other_date_order", value: "7/4/2026" }] });
});

it("P-29 takes a file of another country's labels for one in its currency", async () => {
  const yen = { "Order Amount": "2138", "Currency code": "JPY", "Label cost": "500" };
  const { rows } = await readAll(madeUpReport([yen, { ...yen, "Currency code": " ", "Label cost": " " }]), "USD");
  expect(rows.map(({ currency, orderAmountMinor }) => [currency, orderAmountMinor])).toEqual([
    ["JPY", 2138],
    ["JPY", 2138],
  ]);
  const dollars = await readAll(madeUpReport([{}, yen, {}]), "USD");
  expect(dollars.rows.map(({ currency }) => currency)).toEqual([null, null, null]);
});
