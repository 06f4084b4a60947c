import { describe, expect, it } from "vitest";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { guessColumns, guessKind } from "../guess-columns";
import { guessDateOrder, guessDecimal } from "../guess-reading";
import { exampleFile } from "../testdata/example-file";
import { inPieces, wholeRefusalOf } from "../testdata/made-up-report";
import { madeUpSheet } from "../testdata/made-up-sheet";
import { readReport } from "./read-report";
import type { OrderRow } from "./words/order-row";
import type { ReportRow, RowRefusal } from "./words/report-row";

const plain = { dateOrder: "ymd", decimal: ".", statuses: {} } as const;

async function readAs(kind: ImportKind, file: string | Buffer, mapping: ColumnMapping, currency = "USD") {
  const context = { name: "list.csv", currency, timeZone: "America/Los_Angeles", mapped: { kind, mapping } };
  const result = await readReport({ ...context, bytes: inPieces(file, 700) });
  if (!result.ok) throw new Error(`refused whole: ${JSON.stringify(result.refusal)}`);
  const rows: (OrderRow | ReportRow)[] = [];
  const refused: RowRefusal[] = [];
  for await (const event of result.rows) {
    if (event.kind === "row") rows.push(event.row);
    else refused.push(event.refusal);
  }
  return { rows, refused, format: result.format };
}

const headerOf = (file: string) => (file.split("\n")[0] ?? "").split(",");

const guessed = (file: string): { kind: ImportKind; mapping: ColumnMapping } => {
  const kind = guessKind(headerOf(file));
  return { kind, mapping: { ...plain, columns: guessColumns(headerOf(file), kind).columns } };
};

describe("a list that no format describes", () => {
  it("is refused as one whose columns have to be told, with their names", async () => {
    const bytes = inPieces("Order;Day;Day;\nA1;x;y;z\n");
    expect(await readReport({ name: "a.csv", bytes, currency: "USD" })).toEqual({
      ok: false,
      refusal: { code: "needs_mapping", columns: ["Order", "Day", "Day (2)", "#4"] },
    });
  });

  it("is read by the rest of its columns where one's name is broken, and its name can be told", async () => {
    const file = "Order\0 no,Day,Kaf\ud800e\nA1,2026-07-10,x\nA\u00002,2026-07-10,x\nA3,2026-07-10,x\n";
    const refusal = await wholeRefusalOf(Buffer.from(`\ufeff${file}`, "utf16le"));
    expect(refusal).toEqual({ code: "needs_mapping", columns: ["Order no", "Day", "Kaf\ufffde"] });
    const mapping = { ...plain, columns: { orderNumber: "Order no", orderedOn: "Day" } };
    const { rows, refused } = await readAs("orders", file, mapping);
    expect(rows.map(({ orderNumber }) => orderNumber)).toEqual(["A1", "A3"]);
    expect(refused).toMatchObject([{ line: 3, code: "control_character" }]);
  });

  it("is refused where it lacks a column that was told", async () => {
    const mapped = { kind: "orders" as const, mapping: { ...plain, columns: { orderNumber: "Number" } } };
    expect(await readReport({ name: "a.csv", bytes: inPieces("Order,Day\nA1,x\n"), currency: "USD", mapped })).toEqual({
      ok: false,
      refusal: { code: "other_columns", columns: ["Number"] },
    });
  });

  it.each(["orders", "returns", "shopify", "aliexpress"] as const)(
    "reads the example %s by its guesses",
    async (name) => {
      const { kind, mapping } = guessed(exampleFile(name));
      const { rows, refused } = await readAs(kind, exampleFile(name), mapping);
      expect(refused).toEqual([]);
      expect(rows.length).toBe(exampleFile(name).trim().split("\n").length - 1);
    },
  );

  it("S3-09 takes a Shopify order that is fulfilled as marked as shipped only, and facts with its first item", async () => {
    const { kind, mapping } = guessed(exampleFile("shopify"));
    const { rows } = await readAs(kind, exampleFile("shopify"), mapping, "JPY");
    expect(rows).toMatchObject([
      {
        orderNumber: "1001",
        orderedOn: "2026-07-01",
        shippedOn: "2026-07-02",
        outbound: null,
        paidMinor: 5800,
        currency: "USD",
        line: { sku: "FERN-1", quantity: 2, amountMinor: 3200 },
      },
      {
        orderNumber: "1001",
        orderedOn: null,
        paidMinor: null,
        currency: "USD",
        line: { sku: "BAG-1", amountMinor: 2000 },
      },
      { orderNumber: "1002", shippedOn: null, outbound: "not_handed_over" },
    ]);
  });

  it("S3-09 takes a first scan as on its way and a delivery date as delivered", async () => {
    const mapping = {
      ...plain,
      columns: { orderNumber: "no", handedOverOn: "scan", deliveredOn: "there", fulfilment: "word" },
    };
    const { rows } = await readAs(
      "orders",
      "no,scan,there,word\nA,2026-07-01,,\nB,2026-07-01,2026-07-03,\nC,,,Unshipped\nD,,,shipped\n",
      mapping,
    );
    expect(rows.map((row) => ("outbound" in row ? row.outbound : "?"))).toEqual([
      "on_its_way",
      "delivered",
      "not_handed_over",
      null,
    ]);
  });

  it("reads quoted cells with delimiters and line breaks, and tells the line of a bad one", async () => {
    const mapping = {
      ...plain,
      dateOrder: "dmy",
      decimal: ",",
      columns: { orderNumber: "Nr", orderedOn: "Datum", title: "Artikel", amount: "Betrag" },
    } as const;
    const file =
      'Nr;Datum;Artikel;Betrag;Adresse\nA1;3.7.2026;"Tasse; groß\nrot";1.234,50 €;Geheimweg 1\nA2;13.13.2026;x;1,00;Geheimweg 2\n';
    const { rows, refused } = await readAs("orders", file, mapping, "EUR");
    expect(rows).toMatchObject([{ orderedOn: "2026-07-03", line: { title: "Tasse; groß rot", amountMinor: 123450 } }]);
    expect(refused).toEqual([
      {
        line: 4,
        column: "Datum",
        code: "other_date_order",
        value: "13.13.2026",
        raw: "Nr=A2\tDatum=13.13.2026\tArtikel=x\tBetrag=1,00",
      },
    ]);
  });

  it.each([
    ["1,234.50", "other_decimal"],
    ["-3,00", "negative"],
    ["abc", "not_a_number"],
  ])("refuses the amount %s by name", async (value, code) => {
    const mapping = { ...plain, decimal: ",", columns: { orderNumber: "no", title: "t", amount: "amount" } } as const;
    const { refused } = await readAs("orders", `no;t;amount\nA;x;${value}\n`, mapping, "EUR");
    expect(refused).toMatchObject([{ code, column: "amount", value }]);
  });
});

describe("a list of returns", () => {
  const mapping: ColumnMapping = {
    ...plain,
    statuses: { "On hold": "closed" },
    columns: { orderNumber: "order", requestedOn: "day", status: "state" },
  };

  it("P-29 takes status words that we know or were told, and keeps others as they came", async () => {
    const words = ["待处理", "Refunded", "on hold", "received", "", "Tuesday"];
    const file = `order,day,state\n${words.map((word, at) => `A${at},2026-07-1${at},${word}`).join("\n")}\n`;
    const { rows, refused } = await readAs("returns", file, mapping);
    expect(rows.map((row) => ("reportedStatus" in row ? row.reportedStatus : "?"))).toEqual([
      "Pending Authorization",
      "Completed",
      "Closed",
      "Received",
      "",
      "Tuesday",
    ]);
    expect(refused).toEqual([]);
  });

  it("reads AliExpress's disputes: its days in their zone, and no junk as a tracking number", async () => {
    const file = exampleFile("aliexpress").replace("21.38,,", "21.38,,see chat!!");
    const read = guessed(file);
    const { rows } = await readAs(read.kind, file, read.mapping);
    expect(rows).toMatchObject([
      {
        orderNumber: "8100000000000001",
        requestedAt: "2026-07-14T16:30:00Z",
        reportedStatus: "Pending Authorization",
        trackingNumber: null,
      },
      { reportedStatus: "Completed", trackingNumber: "9200000000000000000002", reasonCode: "No longer needed" },
    ]);
  });
});

describe("a spreadsheet", () => {
  const mapping: ColumnMapping = {
    ...plain,
    decimal: ",",
    columns: { orderNumber: "Order", orderedOn: "Day", sku: "SKU", amount: "Amount" },
  };

  it("keeps ids, reads days and amounts, and refuses a number that lost its digits", async () => {
    const file = madeUpSheet([
      ["Order", "Day", "SKU", "Amount"],
      ["A-1", { serialDay: 46213 }, "007", 21.379999999999999],
      [34298664517700, { serialDay: 46213 }, "B", 5],
      [3.4298664517700125e19, { serialDay: 46213 }, "C", 5],
    ]);
    const { rows, refused, format } = await readAs("orders", file, mapping);
    expect(format).toBe("xlsx");
    expect(rows).toMatchObject([
      { orderNumber: "A-1", orderedOn: "2026-07-10", line: { sku: "007", amountMinor: 2138 } },
      { orderNumber: "34298664517700", line: { amountMinor: 500 } },
    ]);
    expect(refused).toMatchObject([{ line: 4, column: "Order", code: "damaged_id" }]);
  });
});

describe("guesses", () => {
  it.each([
    [["13/07/2026", "01/02/2026"], "dmy", true],
    [["07/13/2026"], "mdy", true],
    [["01/02/2026"], "dmy", false],
    [["2026-07-13"], "ymd", true],
    [[], "ymd", false],
  ] as const)("of the order of the dates %j", (values, value, isSure) => {
    expect(guessDateOrder(values)).toMatchObject({ value, isSure });
  });

  it.each([
    [["1.234,50", "3,00"], ",", true],
    [["1,234.50"], ".", true],
    [["1,5", "1.5"], ".", false],
    [["7"], ".", false],
  ] as const)("of the decimal sign of %j", (values, value, isSure) => {
    expect(guessDecimal(values)).toMatchObject({ value, isSure });
  });

  it("know columns by their Chinese names, each once", () => {
    expect(
      guessColumns(["订单号", "下单时间", "数量", "商品名称", "收货国家", "揽收时间", "地址"], "orders").columns,
    ).toEqual({
      orderNumber: "订单号",
      orderedOn: "下单时间",
      quantity: "数量",
      title: "商品名称",
      shipCountry: "收货国家",
      handedOverOn: "揽收时间",
    });
    expect(guessKind(["订单号", "退货原因"])).toBe("returns");
  });
});
