import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { madeUpXml, readAll } from "../testdata/made-up-report";

const label = { currency_code: "EUR", label_cost: "8.83", label_type: "AmazonPrePaidLabel", tracking_id: "95774" };

describe("the XML report", () => {
  it("gives every item the fields of its order", async () => {
    const text = madeUpXml([
      { label, items: [{}, { merchant_sku: "SKU-2", refund_amount: "9.99" }] },
      {
        fields: { order_id: "111-0000002-0000002", amazon_rma_id: "" },
        items: [{ item_name: "Café &amp; &quot;Co&quot;" }],
      },
    ]);
    const { format, rows, refused } = await readAll(text, "EUR", 11);
    expect({ format, refused }).toEqual({ format: "amazon_xml", refused: [] });
    expect(rows.map((row) => [row.source.line, row.orderNumber, row.sku, row.itemName])).toEqual([
      [4, "111-0000001-0000001", "SKU-1", "Test item"],
      [5, "111-0000001-0000001", "SKU-2", "Test item"],
      [8, "111-0000002-0000002", "SKU-1", 'Café & "Co"'],
    ]);
    expect(rows[1]).toMatchObject({
      orderedOn: "2026-07-10",
      requestedOn: "2026-07-14",
      requestedAt: "2026-07-14T09:30:00Z",
      labelCostMinor: 883,
      labelCurrency: "EUR",
      trackingNumber: "95774",
      isAToZClaim: false,
      isInPolicy: true,
      refundedMinor: 999,
      category: "Home",
    });
    expect(rows[2]).toMatchObject({ channelRma: null, labelCostMinor: null, isPrime: null, refundedMinor: null });
  });

  it("refuses one bad item and names its element", async () => {
    const text = madeUpXml([{ items: [{ return_quantity: "x" }, {}] }, { items: [] }]);
    const { rows, refused } = await readAll(text);
    expect(rows).toHaveLength(1);
    expect(refused).toMatchObject([
      { line: 4, column: "return_quantity", code: "bad_quantity", value: "x" },
      { line: 7, column: null, code: "no_items" },
    ]);
    expect(JSON.parse(refused[0]?.raw ?? "")).toMatchObject({ order_id: "111-0000001-0000001", return_quantity: "x" });
  });

  it("refuses the one item that holds what no XML may, and reads the others", async () => {
    const text = madeUpXml([{ items: [{ item_name: "Kettle\0" }, {}] }, { items: [{ item_name: "\x0bLamp" }, {}] }]);
    const { rows, refused } = await readAll(text);
    expect(rows).toHaveLength(2);
    expect(refused).toMatchObject([
      { line: 4, column: "item_name", code: "broken_character" },
      { line: 8, column: "item_name", code: "broken_character" },
    ]);
  });

  it("reads a report without returns", async () => {
    expect(await readAll(madeUpXml([]))).toMatchObject({ rows: [], refused: [] });
  });

  it("gives the good rows of a cut file, then one refusal for the rest", async () => {
    const text = madeUpXml(Array.from({ length: 5 }, () => ({ items: [{}] })));
    const cut = text.slice(0, text.lastIndexOf("<return_details>") + 40);
    for (const file of [cut, gzipSync(text).subarray(0, -20)]) {
      const { rows, refused } = await readAll(file);
      expect(rows.length).toBeGreaterThan(0);
      expect(refused.map(({ code }) => code)).toEqual(["file_cut_short"]);
    }
  });

  it("stops at a fault and says where", async () => {
    const text = madeUpXml([{ items: [{}] }, { items: [{ item_name: "Tom & Jerry" }] }, { items: [{}] }]);
    const { rows, refused } = await readAll(text, "USD", 50);
    expect(rows).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "damaged_xml", line: 7 }]);
  });

  it("expands no entities of its own", async () => {
    const text = madeUpXml([{ items: [{ item_name: "&big;" }] }]).replace(
      "<AmazonEnvelope>",
      '<!DOCTYPE a [<!ENTITY big "aaaa">]><AmazonEnvelope>',
    );
    const { rows, refused } = await readAll(text);
    expect(rows).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(["damaged_xml"]);
  });
});
