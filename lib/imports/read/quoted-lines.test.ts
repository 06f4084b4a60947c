import { describe, expect, it } from "vitest";
import { inPieces } from "../testdata/made-up-report";
import { readReport } from "./read-report";

const plain = { dateOrder: "ymd", decimal: ".", statuses: {} } as const;

/** Reads a list of orders: the numbers and titles that came in, and the lines that did not with why. */
async function read(file: string) {
  const mapping = { ...plain, columns: { orderNumber: "no", title: "what" } };
  const mapped = { kind: "orders" as const, mapping };
  const opened = await readReport({ name: "a.csv", currency: "USD", bytes: inPieces(file, 7), mapped });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const rows: string[] = [];
  for await (const event of opened.rows) {
    if (event.kind === "refused") rows.push(`${event.refusal.line}: ${event.refusal.code}`);
    else if ("line" in event.row) rows.push(`${event.row.orderNumber} ${event.row.line?.title}`);
  }
  return rows;
}

const MANY = Array.from({ length: 500 }, (_, at) => `B${at},kettle`);
const MANY_READ = MANY.map((row) => row.replace(",", " "));

describe("a quotation mark that is never closed refuses its own line, and no other", () => {
  it.each([
    ["at the end of the file", ["A1,lamp", 'A2,"lamp'], ["A1 lamp", "3: quote_not_closed"]],
    ["above plain lines", ['A1,"lamp', ...MANY], ["2: quote_not_closed", ...MANY_READ]],
    ["above quoted lines", ['"A1","lamp', '"A2","bag"'], ["2: quote_not_closed", "A2 bag"]],
    ["above a line with a quoted cell in its middle", ['A1,"lamp', 'A2,"bag"'], ["2: quote_not_closed", "A2 bag"]],
    ["in every line", ['A1,"lamp', 'A2,"bag', "A3,pot"], ["2: quote_not_closed", "3: quote_not_closed", "A3 pot"]],
  ])("%s", async (_, lines, expected) => {
    expect(await read(["no,what", ...lines, ""].join("\r\n"))).toEqual(expected);
  });
});

it("keeps line breaks, doubled marks and inches in cells, and the numbers of the lines below them", async () => {
  const rows = ['A1,"a ""big""\r\nlamp"', 'A2,5" screw', "A3,\0"];
  expect(await read(["\ufeffno,what", ...rows, ""].join("\r\n"))).toEqual([
    'A1 a "big" lamp',
    'A2 5" screw',
    "5: control_character",
  ]);
});
