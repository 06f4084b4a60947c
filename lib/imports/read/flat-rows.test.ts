import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { COLUMNS_33, madeUpLine, madeUpReport, readAll } from "../testdata/made-up-report";

describe("a bad row", () => {
  it("is refused alone, with its line, column and the row as it came", async () => {
    const bad = { "Label cost": "1,5x", "Amazon RMA ID": "Dbad1RRMA" };
    const { rows, refused } = await readAll(madeUpReport([{}, bad, { "Amazon RMA ID": "Dgood2RRMA" }]));
    expect(rows.map((row) => row.channelRma)).toEqual(["DtestA1RRMA", "Dgood2RRMA"]);
    expect(refused).toEqual([
      { line: 3, column: "Label cost", code: "not_a_number", value: "1,5x", raw: madeUpLine(bad) },
    ]);
  });

  it.each([
    ["Order ID", " ", "missing_order_id"],
    ["Order ID", "", "missing_order_id"],
    ["Order ID", "1.23E+14", "damaged_id"],
    ["Order ID", "two words", "bad_order_number"],
    ["Order ID", "1".repeat(301), "id_too_long"],
    ["Order Item ID", "3.42987E+13", "damaged_id"],
    ["Order Item ID", "34298664517700.0", "damaged_id"],
    ["Tracking ID", "9.5E+20", "damaged_id"],
    ["Amazon RMA ID", "D".repeat(301), "id_too_long"],
    ["Merchant SKU", "1E+14", "damaged_id"],
    ["Item Name", "x".repeat(2001), "text_too_long"],
    ["Order date", " ", "missing_value"],
    ["Return request status", " ", "missing_value"],
    ["Return quantity", " ", "missing_value"],
    ["Return request date", "10/7/2026", "other_date_order"],
    ["Order ID", "111222333444555000", "damaged_id"],
    ["Return request date", "28-Foo-2026", "not_a_date"],
    ["SafeT claim creation time", "45123", "damaged_date"],
    ["Order Amount", "12,50", "decimal_comma"],
    ["Order Amount", "1,234.56", "thousands_separator"],
    ["Order Amount", "12.505", "too_many_decimals"],
    ["Order Amount", "12345678901234567", "amount_too_large"],
    ["Refunded Amount", "-3.00", "negative"],
    ["Return quantity", "0", "bad_quantity"],
    ["Return quantity", "1.5", "bad_quantity"],
    ["Currency code", "US$", "bad_currency"],
    ["In policy", "maybe", "not_yes_or_no"],
    ["Item Name", "a\u0000b", "control_character"],
    ["Item Name", "a\ufffdb", "broken_character"],
  ])("is refused when %s is %j: %s", async (column, value, code) => {
    const { rows, refused } = await readAll(madeUpReport([{ [column]: value }]));
    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ line: 2, column, code, value: value.trim() || null }]);
  });

  it("is refused when its bytes are no UTF-8 in a UTF-8 file, a lone surrogate included", async () => {
    const text = madeUpReport([{ "Item Name": "Café Größe “x” – €" }, { "Item Name": "SURROGATE" }]);
    const [before = "", after = ""] = text.split("SURROGATE");
    const file = Buffer.concat([Buffer.from(before), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(after)]);
    const withMark = Buffer.concat([Buffer.from("\ufeff"), file]);
    expect((await readAll(withMark)).refused).toMatchObject([{ line: 3, code: "broken_character" }]);
  });

  it("is refused when it is cut short, and when it has more cells than the header", async () => {
    const short = madeUpLine().split("\t").slice(0, 9).join("\t");
    const text = `${madeUpReport([{}])}${short}\r\n${madeUpLine()}\tmore\r\n${madeUpLine()}\t \r\n`;
    const { rows, refused } = await readAll(text);
    expect(rows).toHaveLength(2);
    expect(refused).toEqual([
      { line: 3, column: null, code: "row_cut_short", value: "9", raw: short },
      { line: 4, column: null, code: "too_many_cells", value: "more", raw: `${madeUpLine()}\tmore` },
    ]);
  });

  it("reads amounts in the channel's currency", async () => {
    const { rows, refused } = await readAll(
      madeUpReport([
        { "Order Amount": "1290", "Label cost": "2.50" },
        { "Order Amount": "12.5", "Label cost": "350", "Currency code": "JPY" },
      ]),
      "JPY",
    );
    expect(rows[0]).toMatchObject({ orderAmountMinor: 1290, labelCostMinor: 250, labelCurrency: "USD" });
    expect(refused).toMatchObject([{ code: "too_many_decimals", value: "12.5" }]);
  });
});

describe("a file that ends before its end", () => {
  const rows = Array.from({ length: 400 }, (_, at) => ({ "Order Item ID": String(at * 7919 + 1e9) }));

  it("gives the good rows of a cut gzip, then one refusal for the rest", async () => {
    const packed = gzipSync(madeUpReport(rows));
    const read = await readAll(packed.subarray(0, Math.floor(packed.length / 2)));
    expect(read.rows.length).toBeGreaterThan(50);
    expect(read.rows.map((row) => row.orderItemId)).toEqual(
      rows.slice(0, read.rows.length).map((row) => row["Order Item ID"]),
    );
    expect(read.refused).toMatchObject([{ code: "file_cut_short", column: null, line: read.rows.length + 2 }]);
  });

  it("does not take half a last line for a whole one", async () => {
    const whole = madeUpReport(rows.slice(0, 2)).trimEnd();
    const packed = gzipSync(whole.slice(0, -3));
    const { rows: read, refused } = await readAll(packed.subarray(0, -4));
    expect(read.map((row) => row.orderItemId)).toEqual(["1000000000"]);
    expect(refused).toMatchObject([{ code: "file_cut_short", line: 3 }]);
    expect(refused[0]?.raw).toMatch(/\t1000007$/);
  });

  it("tells a damaged gzip from a cut one", async () => {
    const packed = gzipSync(madeUpReport(rows));
    packed.writeUInt32LE(1, packed.length - 8);
    const { refused } = await readAll(packed);
    expect(refused).toMatchObject([{ code: "file_damaged" }]);
  });

  it("stops at a line that no report has", async () => {
    const text = `${madeUpReport([{}])}${"x".repeat(100_000)}\r\n${madeUpLine()}\r\n`;
    const read = await readAll(text);
    expect(read.rows).toHaveLength(1);
    expect(read.refused).toMatchObject([{ code: "line_too_long", line: 3 }]);
  });

  it("reads a last line without a line end", async () => {
    expect((await readAll(madeUpReport([{}], COLUMNS_33).trimEnd())).rows).toHaveLength(1);
  });
});
