import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import {
  COLUMNS_33,
  COLUMNS_35,
  type MadeUpCells,
  madeUpLine,
  madeUpReport,
  readAll,
  wholeRefusalOf,
} from "../testdata/made-up-report";
import { readReport } from "./read-report";

describe("a flat report in the shapes it comes in", () => {
  it("makes canonical rows of it", async () => {
    const { format, rows, refused } = await readAll(madeUpReport([{ "Return delivery date": "20-Jul-2026" }]));
    expect({ format, refused }).toEqual({ format: "amazon_flat", refused: [] });
    expect(rows).toEqual([
      {
        source: { file: "report.txt", line: 2 },
        orderNumber: "111-0000001-0000001",
        orderedOn: "2026-07-10",
        requestedOn: "2026-07-14",
        requestedAt: null,
        reportedStatus: "Approved",
        currency: null,
        channelRma: "DtestA1RRMA",
        merchantRma: null,
        labelType: "AmazonPrePaidLabel",
        labelCostMinor: 414,
        labelCurrency: "USD",
        carrier: "USPS",
        trackingNumber: "9200000000000000000001",
        labelPaidBy: "Seller",
        isAToZClaim: false,
        isPrime: false,
        asin: "B000000001",
        sku: "SKU-1",
        itemName: "Test item",
        quantity: 2,
        reasonCode: "CR-DEFECTIVE",
        isInPolicy: true,
        returnType: "C-Returns",
        resolution: "StandardRefund",
        invoiceNumber: null,
        deliveredBackOn: "2026-07-20",
        orderAmountMinor: 2138,
        orderQuantity: 2,
        refundedMinor: null,
        safet: null,
        orderItemId: "100000000000001",
        category: null,
        vatText: null,
        buyerName: null,
        buyerComment: null,
        orderDeliveredOn: null,
      },
    ]);
  });

  it("reads UTF-8 with a byte order mark, CRLF and blank lines, and counts physical lines", async () => {
    const text = `\ufeff\r\n${madeUpReport([{ "Item Name": "Café Press" }])}\r\n \t \r\n${madeUpLine()}\r\n\r\n\r\n`;
    const { rows, refused, encoding } = await readAll(text, "USD", 3);
    expect(refused).toEqual([]);
    expect(encoding).toBe("utf-8");
    expect(rows.map((row) => [row.source.line, row.itemName])).toEqual([
      [3, "Café Press"],
      [6, "Test item"],
    ]);
  });

  it("reads gzip with LF and 32 columns", async () => {
    const columns = COLUMNS_33.filter((column) => column !== "Order Item ID");
    const { rows } = await readAll(gzipSync(madeUpReport([{}, {}], columns, "\n")), "USD", 7);
    expect(rows.map((row) => row.orderItemId)).toEqual([null, null]);
  });

  it("reads gzip made of several members", async () => {
    const parts = [madeUpReport([{}]), `${madeUpLine()}\r\n`].map((part) => gzipSync(part));
    expect((await readAll(Buffer.concat(parts))).rows).toHaveLength(2);
  });

  it("reads Windows-1252 with pound signs and curly apostrophes, and the 35 columns", async () => {
    const text = madeUpReport(
      [
        { "Item Name": "Kids’ Lamp – £5 off, Größe M", "Currency code": "GBP", Category: "Home", VAT: "20" },
        { "Item Name": "Café Press" },
      ],
      COLUMNS_35,
    );
    const { rows, encoding } = await readAll(iconv.encode(text, "win1252"), "GBP");
    expect(encoding).toBe("windows-1252");
    expect(rows[0]).toMatchObject({ itemName: "Kids’ Lamp – £5 off, Größe M", category: "Home", vatText: "20" });
  });

  it("reads Chinese item names in GB18030, few or many", async () => {
    const names = ["手机壳（透明）", "不锈钢水瓶 750 ml", "𠮷野家 杯"];
    const few = iconv.encode(madeUpReport([{ "Item Name": "手机壳" }]), "gb18030");
    const many = iconv.encode(madeUpReport(names.map((name) => ({ "Item Name": name }))), "gb18030");
    expect((await readAll(few)).rows.map((row) => row.itemName)).toEqual(["手机壳"]);
    const read = await readAll(many);
    expect(read.encoding).toBe("gb18030");
    expect(read.rows.map((row) => row.itemName)).toEqual(names);
  });

  it("decides the encoding late when the first 256 KiB are plain ASCII", async () => {
    const rows = [...Array.from({ length: 1500 }, () => ({})), { "Item Name": "Kids’ Lamp" }];
    for (const encoding of ["utf-8", "win1252"]) {
      const read = await readAll(iconv.encode(madeUpReport(rows), encoding), "USD", 65_536);
      expect(read.rows.at(-1)?.itemName).toBe("Kids’ Lamp");
      expect(read.rows).toHaveLength(1501);
    }
  });

  it("finds columns in any order, case and spacing, and tells those it does not know", async () => {
    const columns = [...COLUMNS_33, "Buyer name"].reverse();
    const [, line = ""] = madeUpReport([{ "Buyer name": "Somebody" }], columns).split("\r\n");
    const header = columns.map((column) => ` ${column.toUpperCase().replaceAll(" ", "  ")}`).join("\t");
    const { rows, unknownColumns } = await readAll(`${header}\n${line}\n`);
    expect(unknownColumns).toEqual(["BUYER  NAME"]);
    expect(rows).toEqual((await readAll(madeUpReport([{}]))).rows);
  });

  it("needs only order, dates, status and quantity", async () => {
    const columns = ["Order ID", "Order date", "Return request date", "Return request status", "Return quantity"];
    const { rows, refused } = await readAll(madeUpReport([{}], columns));
    expect(refused).toEqual([]);
    expect(rows[0]).toMatchObject({ reasonCode: "", sku: null, isInPolicy: null, orderAmountMinor: null });
  });

  it("takes quotes and a leading = as they stand", async () => {
    const names = ['Phone Case "Clear"', '"', "=LED Lamp", 'a "b\tc'];
    const { rows } = await readAll(madeUpReport(names.slice(0, 3).map((name) => ({ "Item Name": name }))));
    expect(rows.map((row) => row.itemName)).toEqual(names.slice(0, 3));
  });

  it("P-08 keeps an unknown reason code as it came", async () => {
    const { rows } = await readAll(madeUpReport([{ "Return Reason": "XX-never-SEEN" }, { "Return Reason": " " }]));
    expect(rows.map((row) => row.reasonCode)).toEqual(["XX-never-SEEN", ""]);
  });

  it("P-22 takes an empty amount as unknown and zero as zero", async () => {
    const { rows } = await readAll(madeUpReport([{}, { "Refunded Amount": "0.00" }]));
    expect(rows.map((row) => row.refundedMinor)).toEqual([null, 0]);
  });

  it("takes a label cost without a currency as unknown, and reads one with its own", async () => {
    const costs: MadeUpCells[] = [
      { "Currency code": " " },
      { "Label cost": " " },
      { "Label cost": "1200", "Currency code": "jpy" },
    ];
    const { rows } = await readAll(madeUpReport(costs));
    expect(rows.map((row) => [row.labelCostMinor, row.labelCurrency])).toEqual([
      [null, null],
      [null, "USD"],
      [1200, "JPY"],
    ]);
  });

  it("reads the claim columns together", async () => {
    const claim = {
      "SafeT claim id": "ST-1",
      "SafeT claim state": "Granted",
      "SafeT claim creation time": "20-Jul-2026",
      "SafeT claim reimbursement amount": "9.99",
    };
    const { rows } = await readAll(madeUpReport([claim]));
    expect(rows[0]?.safet).toEqual({
      reason: null,
      claimId: "ST-1",
      state: "Granted",
      createdOn: "2026-07-20",
      amountMinor: 999,
    });
  });

  it("reads a header without rows as a report without returns", async () => {
    expect(await readAll(madeUpReport([]))).toMatchObject({ rows: [], refused: [] });
  });
});

describe("a file that is no returns report", () => {
  const text = (...lines: string[]) => `${lines.join("\r\n")}\r\n`;
  const zip = (name: string, content = "") => {
    const header = Buffer.alloc(30);
    header.write("PK\x03\x04", "latin1");
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name + content), Buffer.alloc(200)]);
  };
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  it.each([
    [
      "fba_customer_returns",
      "return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason",
    ],
    ["settlement", "settlement-id settlement-start-date transaction-type order-id"],
  ])("is refused by the name %s", async (name, header) => {
    expect(await wholeRefusalOf(text(header.replaceAll(" ", "\t"), "1\t2"))).toEqual({ code: "foreign_report", name });
  });

  it.each<[string, string | Buffer, object]>([
    ["nothing", "", { code: "empty_file" }],
    ["blank lines", "\ufeff\r\n \r\n", { code: "empty_file" }],
    ["an empty gzip", gzipSync(""), { code: "empty_file" }],
    ["a gzip that breaks off at once", gzipSync(madeUpReport([{}])).subarray(0, 12), { code: "broken_gzip" }],
    ["a gzip with a broken beginning", Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]), { code: "broken_gzip" }],
    [
      "a spreadsheet",
      zip("[Content_Types].xml", `<Override ContentType="${sheetType}"/>`),
      { code: "spreadsheet_file", name: "xlsx" },
    ],
    [
      "an old spreadsheet",
      Buffer.from("d0cf11e0a1b11ae1".padEnd(600, "0"), "hex"),
      { code: "spreadsheet_file", name: "cfb" },
    ],
    ["a ZIP archive", zip("report.txt"), { code: "zip_file" }],
    ["a PDF", "%PDF-1.7\n%", { code: "pdf_file" }],
    ["a picture", Buffer.from("ffd8ffe000104a46494600010101", "hex"), { code: "not_text", name: "jpg" }],
    ["binary data", Buffer.from("\x01\x02\x03garbage\x00\x05".repeat(3), "latin1"), { code: "not_text" }],
    ["one line without an end", "x".repeat(100_000), { code: "not_text" }],
    ["an error page", "<!DOCTYPE html><html><body>Sign in</body></html>", { code: "html_page" }],
    ["an error answer", '{"errors":[{"code":"QuotaExceeded"}]}', { code: "json_file" }],
    ["bars", madeUpReport([{}]).replaceAll("\t", "|"), { code: "not_tab_separated" }],
    [
      "missing columns",
      madeUpReport(
        [{}],
        COLUMNS_33.filter((column) => !/quantity|status/.test(column)),
      ),
      { code: "missing_columns", columns: ["Return request status", "Return quantity"] },
    ],
    ["a column twice", madeUpReport([{}], [...COLUMNS_33, "ASIN"]), { code: "duplicate_columns", columns: ["ASIN"] }],
    ["other XML", "<?xml version='1.0'?><rss><a/></rss>", { code: "foreign_report", name: "unknown" }],
    [
      "the XML of orders",
      "<AmazonEnvelope><MessageType>AllOrdersReport</MessageType></AmazonEnvelope>",
      { code: "foreign_report", name: "all_orders" },
    ],
    ["the beginning of XML", "<?xml version='1.0'?>\n<AmazonEnvelope><Header>", { code: "broken_xml" }],
  ])("refuses %s by name", async (_, file, refusal) => {
    expect(await wholeRefusalOf(file)).toEqual(refusal);
  });

  it.each([
    ["Shift_JIS", ["ケース クリア", "ステンレスボトル", "日本語テスト"], "shift_jis"],
    ["unknown", ["Кружка ручной работы", "Чехол"], "win1251"],
  ])("refuses the encoding %s by name", async (name, items, encoding) => {
    const file = iconv.encode(madeUpReport(items.map((item) => ({ "Item Name": item }))), encoding);
    expect(await wholeRefusalOf(file)).toEqual({ code: "unsupported_encoding", name });
  });

  it("passes on what breaks the upload itself", async () => {
    async function* aborted(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(madeUpReport([{}]));
      throw new Error("aborted");
    }
    await expect(readReport({ name: "x", bytes: aborted(), currency: "USD" })).rejects.toThrow("aborted");
  });
});
