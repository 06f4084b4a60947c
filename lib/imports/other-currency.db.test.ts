import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { importRefusals, orderLines, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { guessColumns } from "./guess-columns";
import { aShop } from "./testdata/a-shop";
import { exampleFile } from "./testdata/example-file";
import { importFiles } from "./testdata/import-files";
import { madeUpOrders } from "./testdata/made-up-orders";
import { madeUpReport } from "./testdata/made-up-report";

const db = await testDb();

async function aNewShop() {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", currency: "USD" }));
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, seller.sellerId, work);
  const list = async (file: string, kind: ImportKind) => {
    const { columns } = guessColumns((file.split("\n")[0] ?? "").split(","), kind);
    const mapping: ColumnMapping = { columns, dateOrder: "ymd", decimal: ".", statuses: {} };
    const done = await importFiles(db, { ...shop.inputOf(file), known: { kind, mapping }, acceptsWarnings: true });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  return {
    ...shop,
    list,
    accept: (file: string) => importFiles(db, { ...shop.inputOf(file), acceptsWarnings: true }),
    orders: () => inside((tx) => tx.select().from(orders).orderBy(asc(orders.number))),
    items: () =>
      inside((tx) => tx.select({ amountMinor: orderLines.amountMinor }).from(orderLines).orderBy(asc(orderLines.id))),
    refusals: () =>
      inside((tx) =>
        tx
          .select({ line: importRefusals.line, code: importRefusals.code, value: importRefusals.value })
          .from(importRefusals)
          .orderBy(asc(importRefusals.id)),
      ),
  };
}

const YEN = { "Order Amount": "2138", "Refunded Amount": "1000", "Currency code": "JPY", "Label cost": "500" };

it("P-22 a report in yen is asked about in a dollar channel, and confirmed it stays in yen", async () => {
  const shop = await aNewShop();
  const report = madeUpReport([
    YEN,
    { ...YEN, "Order ID": "111-0000002-0000002", "Amazon RMA ID": "D2", "Label cost": " ", "Currency code": " " },
  ]);
  expect(await importFiles(db, shop.inputOf(report))).toMatchObject({
    refusal: { code: "warnings_not_accepted", warnings: [{ code: "other_currency", found: "JPY", expected: "USD" }] },
  });
  expect(await shop.accept(report)).toMatchObject({ value: { newCount: 2, refusedCount: 0 } });
  for (const row of await shop.listReturns()) expect(row).toMatchObject({ currency: "JPY", valueMinor: 2138 });
  expect((await shop.listLines())[0]).toMatchObject({ refunded: 1000, amountMinor: 2138 });
});

it("P-29 amounts of a list are kept in the currency that stands beside them", async () => {
  const shop = await aNewShop();
  const file =
    "Order number,Order date,Request date,SKU,Amount,Refunded,Currency\n" +
    "1001,2026-07-01,2026-07-10,A,21.38,5.00,EUR\n1002,2026-07-01,2026-07-10,A,2138,,JPY\n1003,2026-07-01,2026-07-10,A,21.38,,\n";
  expect(await shop.list(file, "returns")).toMatchObject({ newCount: 3, refusedCount: 0 });
  expect((await shop.orders()).map(({ currency, isCurrencyAssumed }) => [currency, isCurrencyAssumed])).toEqual([
    ["EUR", false],
    ["JPY", false],
    ["USD", true],
  ]);
  expect((await shop.listReturns()).map(({ valueMinor }) => valueMinor)).toEqual([2138, 2138, 2138]);
  expect(await shop.list(file, "returns")).toMatchObject({ newCount: 0, changedCount: 0 });
});

it("P-29 a row in another currency than its order, or with another one's sign, is refused by its line", async () => {
  const shop = await aNewShop();
  await shop.accept(madeUpOrders([{ "amazon-order-id": "1001" }]));
  const file =
    "Order number,Request date,Item,Amount,Currency\n1001,2026-07-10,A,5.00,EUR\n" +
    "1001,2026-07-11,B,€ 5.00,\n1001,2026-07-12,C,$5.00,\n1001,2026-07-13,D,,EUR\n";
  expect(await shop.list(file.replaceAll("Item", "Item name"), "returns")).toMatchObject({
    newCount: 2,
    refusedCount: 2,
  });
  expect(await shop.refusals()).toEqual([{ line: 3, code: "other_currency_sign", value: "€ 5.00" }]);
});

it("an amount without a currency is in the order's own, as it is written", async () => {
  const shop = await aNewShop();
  await shop.accept(madeUpOrders([{ currency: "JPY", "item-price": "2138", "shipping-price": "0" }]));
  await shop.accept(madeUpReport([{ "Order Amount": "2138", "Label cost": " ", "Currency code": " " }]));
  expect(await shop.onlyReturn()).toMatchObject({ currency: "JPY", valueMinor: 2138 });
  const cents = madeUpReport([
    { "Order Amount": "21.38", "Amazon RMA ID": "D2", "Label cost": " ", "Currency code": " " },
  ]);
  expect(await shop.accept(cents)).toMatchObject({ value: { newCount: 0, refusedCount: 1 } });
});

it("what Shopify took off an order counts in what each item cost", async () => {
  const shop = await aNewShop();
  const file = exampleFile("shopify").replace("52.00,6.00,0.00,58.00,,0.00", "46.80,6.00,0.00,52.80,TEN,5.20");
  await shop.list(file, "orders");
  expect((await shop.orders()).map(({ paidMinor }) => paidMinor)).toEqual([5280, 2200]);
  expect((await shop.items()).map(({ amountMinor }) => amountMinor)).toEqual([2880, 1800, 1600]);
  expect(await shop.list(file, "orders")).toMatchObject({ changedCount: 0, unchangedCount: 2 });
});
