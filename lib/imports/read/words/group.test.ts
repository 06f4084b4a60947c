import { describe, expect, it } from "vitest";
import { COLUMNS_33, type MadeUpCells, madeUpReport, madeUpXml, readAll } from "../../testdata/made-up-report";
import { groupRows, returnKeyOf } from "./group";

const rowsOf = async (rows: MadeUpCells[], columns = COLUMNS_33) => (await readAll(madeUpReport(rows, columns))).rows;
const withoutItemId = COLUMNS_33.filter((column) => column !== "Order Item ID");
const returnless = { "Amazon RMA ID": " ", Resolution: "ReturnlessRefund" };

describe("what rows become", () => {
  it("makes one return of an order and RMA, one line of each order item", async () => {
    const rows = await rowsOf([
      {},
      { "Order Item ID": "2", "Merchant SKU": "SKU-2" },
      { "Amazon RMA ID": "DotherRRMA" },
    ]);
    const returns = groupRows(rows);
    expect(returns.map(({ channelRma, lines }) => [channelRma, lines.map(({ sku }) => sku)])).toEqual([
      ["DtestA1RRMA", ["SKU-1", "SKU-2"]],
      ["DotherRRMA", ["SKU-1"]],
    ]);
    expect(returns.map(({ key }) => key)).toEqual([...new Set(rows.map(returnKeyOf))]);
  });

  it("takes a row that stands twice as one line", async () => {
    const [only] = groupRows(await rowsOf([{}, {}]));
    expect(only?.rows).toHaveLength(2);
    expect(only?.lines).toMatchObject([{ orderItemId: "100000000000001", quantity: 2, conflicts: [] }]);
  });

  it("tells lines without an item id by SKU, ASIN, reason and quantity", async () => {
    const other: MadeUpCells[] = [
      { "Merchant SKU": "S" },
      { ASIN: "B000000002" },
      { "Return Reason": "X" },
      { "Return quantity": "1" },
    ];
    const [only] = groupRows(await rowsOf([{}, {}, ...other, ...other], withoutItemId));
    expect(only?.lines).toHaveLength(5);
    expect(new Set(only?.lines.map(({ key }) => key)).size).toBe(5);
  });

  it("makes one line of an XML item that is repeated", async () => {
    const { rows } = await readAll(madeUpXml([{ items: [{}, {}, { merchant_sku: "SKU-2" }] }]));
    expect(groupRows(rows).map(({ lines }) => lines.length)).toEqual([2]);
  });

  it("tells returnless returns without an RMA by order item, else SKU, and day", async () => {
    const items = [returnless, returnless, { ...returnless, "Order Item ID": "2" }];
    const days = [{ ...returnless, "Return request date": "15-Jul-2026" }];
    expect(groupRows(await rowsOf([...items, ...days])).map(({ identity }) => identity)).toMatchObject([
      { by: "order_item", item: "100000000000001", requestedOn: "2026-07-14" },
      { by: "order_item", item: "2", requestedOn: "2026-07-14" },
      { by: "order_item", item: "100000000000001", requestedOn: "2026-07-15" },
    ]);
    const skus = [returnless, { ...returnless, "Merchant SKU": "SKU-2" }];
    expect(groupRows(await rowsOf(skus, withoutItemId)).map(({ identity }) => identity)).toMatchObject([
      { by: "sku", item: "SKU-1" },
      { by: "sku", item: "SKU-2" },
    ]);
  });

  it("does not take the seller's own RMA for the marketplace's", async () => {
    const own = { ...returnless, "Merchant RMA ID": "M-1" };
    const [only] = groupRows(await rowsOf([own]));
    expect(only).toMatchObject({ channelRma: null, merchantRma: "M-1", identity: { by: "order_item" } });
  });
});

describe("the fields of a return", () => {
  const second = { "Order Item ID": "2", "Merchant SKU": "SKU-2" };

  it("are the first that are known, and what differs is noted with its lines", async () => {
    const rows = await rowsOf([
      { "Merchant RMA ID": " ", "Return delivery date": "20-Jul-2026" },
      { ...second, "Merchant RMA ID": "M-1", "Return delivery date": "21-Jul-2026", "A-to-Z Claim": "Y" },
    ]);
    const [only] = groupRows(rows);
    expect(only).toMatchObject({ merchantRma: "M-1", deliveredBackOn: "2026-07-20", isAToZClaim: true });
    expect(only?.conflicts).toEqual([
      { field: "isAToZClaim", values: [false, true], lines: [2, 3] },
      { field: "deliveredBackOn", values: ["2026-07-20", "2026-07-21"], lines: [2, 3] },
    ]);
  });

  it("take the label from one row and never mix two", async () => {
    const unpaid = { "Label type": "AmazonUnPaidLabel", "Label cost": " ", "Currency code": " ", "Tracking ID": " " };
    const [only] = groupRows(await rowsOf([unpaid, { ...second, "Label cost": "5.00" }]));
    expect(only).toMatchObject({ labelType: "AmazonPrePaidLabel", labelCostMinor: 500, labelCurrency: "USD" });
    expect(only?.conflicts.map(({ field }) => field)).toEqual(["labelType"]);
  });

  it("do not depend on the order of the rows", async () => {
    const rows = await rowsOf([{ "Label cost": "1.00" }, { ...second, "Label cost": "2.00" }]);
    expect(groupRows(rows)[0]?.labelCostMinor).toBe(100);
    expect(groupRows([...rows].reverse())[0]?.labelCostMinor).toBe(100);
  });
});
