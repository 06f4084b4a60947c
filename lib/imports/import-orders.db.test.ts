import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importOrderChanges, imports, orderLines, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, statementsOf, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { importFiles } from "./testdata/import-files";
import { fileOf, NOW as now } from "./testdata/made-up-file";
import { madeUpOrders, madeUpShipping } from "./testdata/made-up-orders";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";
import { undoImport } from "./undo-import";

const db = await testDb();

async function aNewShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", timeZone: "America/Los_Angeles" });
  const shop = aShop(db, seller, channelId);
  const listOrders = () =>
    withSeller(db, seller.sellerId, (tx) => tx.select().from(orders).orderBy(asc(orders.number)));
  const listItems = () =>
    withSeller(db, seller.sellerId, (tx) => tx.select().from(orderLines).orderBy(asc(orderLines.id)));
  const importOrders = async (text: string, at = now) => {
    const done = await importFiles(db, { ...shop.inputOf(text), now: at });
    if (!done.ok) throw new Error(JSON.stringify(done));
    return done.value;
  };
  const undo = (importId: string) =>
    undoImport({ db, sellerId: seller.sellerId, actor: shop.actor, now }, { importId });
  return { ...shop, listOrders, listItems, importOrders, undo };
}

const second: MadeUpCells = { "amazon-order-id": "111-0000002-0000002" };
const pending: MadeUpCells = { "Return request status": "Pending Authorization" };

describe("a report of orders", () => {
  it("brings in orders with their facts and items, days in the channel's zone; the same file again changes nothing", async () => {
    const shop = await aNewShop();
    const file = madeUpOrders([{}, { sku: "SKU-2", "item-price": "5.00" }, second]);
    expect(await shop.run(file)).toEqual([2, 0, 0, 0]);
    const before = [await shop.listOrders(), await shop.listItems()];
    expect(before[0]?.[0]).toMatchObject({
      orderedOn: "2026-07-10",
      currency: "USD",
      isCurrencyAssumed: false,
      shippingMinor: 600,
      shipCountry: "US",
      outbound: null,
    });
    expect((await shop.listItems()).map(({ sku, quantity, amountMinor }) => [sku, quantity, amountMinor])).toEqual([
      ["SKU-1", 2, 2138],
      ["SKU-2", 2, 500],
      ["SKU-1", 2, 2138],
    ]);
    expect(await shop.run(file)).toEqual([0, 0, 2, 0]);
    expect([await shop.listOrders(), await shop.listItems()]).toEqual(before);
    const kinds = await withSeller(db, shop.sellerId, (tx) => tx.select({ kind: imports.kind }).from(imports));
    expect(kinds).toEqual([{ kind: "orders" }, { kind: "orders" }]);
  });

  it("S3-09 takes what is still to be shipped as not handed over, and a confirmed one as nobody having said", async () => {
    const shop = await aNewShop();
    await shop.run(madeUpOrders([{ "order-status": "Shipped" }, { ...second, "order-status": "Unshipped" }]));
    expect((await shop.listOrders()).map(({ outbound }) => outbound)).toEqual([null, "not_handed_over"]);
    await shop.run(madeUpOrders([{ ...second, "order-status": "Shipped" }]));
    expect((await shop.listOrders()).map(({ outbound }) => outbound)).toEqual([null, "not_handed_over"]);
  });

  it("S3-09 never turns a parcel back by an older file, nor erases a fact by an empty cell", async () => {
    const shop = await aNewShop();
    await shop.run(madeUpOrders([{ "order-status": "Shipped - Delivered to Buyer" }]));
    expect(await shop.run(madeUpShipping([{}]))).toEqual([0, 1, 0, 0]);
    const [order] = await shop.listOrders();
    expect(order).toMatchObject({ outbound: "delivered", promisedOn: "2026-07-19", shippingMinor: 300 });
    expect(await shop.listItems()).toMatchObject([{ itemId: "100000000000001", amountMinor: 2138, quantity: 2 }]);
  });

  it("keeps no address and no phone, not even of a refused row", async () => {
    const shop = await aNewShop();
    const done = await shop.importOrders(
      madeUpShipping([{ "purchase-date": "yesterday" }, { "order-id": "111-0000002-0000002" }]),
    );
    expect(done).toMatchObject({ newCount: 1, refusedCount: 1 });
    const kept = await withSeller(db, shop.sellerId, async (tx) => [
      await tx.execute("select * from import_refusals"),
      await tx.select().from(orders),
      await tx.select().from(imports),
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/Secret Lane|5550100|Ada Example/);
    expect(JSON.stringify(kept)).toContain("masked@marketplace.example");
  });

  it("P-26 judges undecided returns of its orders again and tells it; a decided one stands", async () => {
    const shop = await aNewShop();
    const other = { ...pending, "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" };
    await shop.run(madeUpReport([pending, other]));
    const [undecided, decided] = await shop.listReturns();
    if (!undecided || !decided) throw new Error("no returns");
    await shop.decide(decided.id, "authorize");
    const before = (await shop.listReturns())[1]?.evaluation;
    expect(await shop.run(madeUpShipping([{}, { "order-id": "111-0000002-0000002" }]))).toEqual([0, 2, 0, 0]);
    const [again, stands] = await shop.listReturns();
    expect(again?.evaluation.outbound).not.toEqual(undecided.evaluation.outbound);
    expect(stands?.evaluation).toEqual(before);
    const kinds = async (id: string) => (await shop.eventsOf(id)).map(({ kind }) => kind);
    expect(await kinds(undecided.id)).toContain("judged_again");
    expect(await kinds(decided.id)).not.toContain("judged_again");
  });

  it("costs as many statements for many orders as for one, new, changed with pending returns, and known", async () => {
    const costOf = async (count: number) => {
      const shop = await aNewShop();
      const numbers = Array.from({ length: count }, (_, index) => `111-0000000-${String(index).padStart(7, "0")}`);
      const asked = numbers.map((number, index) => ({
        ...pending,
        "Order ID": number,
        "Amazon RMA ID": `D${index}RRMA`,
      }));
      const costs: number[] = [];
      for (const status of ["Shipped", "Unshipped", "Unshipped"]) {
        const file = madeUpOrders(numbers.map((number) => ({ "amazon-order-id": number, "order-status": status })));
        const sent = await statementsOf(db, () => importFiles(db, shop.inputOf(file)));
        costs.push(sent.length);
        await shop.run(madeUpReport(asked));
      }
      return costs;
    };
    const [one, many] = [await costOf(1), await costOf(40)];
    expect(many).toEqual(one);
    expect(Math.max(...many)).toBeLessThanOrEqual(30);
  });

  it("makes each order once when two imports of one file run at the same time", async () => {
    const shop = await aNewShop();
    const input = shop.inputOf(madeUpOrders([{}, second]));
    const done = await Promise.all([importFiles(db, input), importFiles(db, input)]);
    expect(done.map((one) => (one.ok ? one.value.newCount : -1)).sort()).toEqual([0, 2]);
    expect(await shop.listOrders()).toHaveLength(2);
  });

  it("does not know another seller's channel", async () => {
    const [shop, other] = [await aNewShop(), await aNewShop()];
    const input = { ...shop.inputOf(madeUpOrders([{}])), channelId: other.channelId };
    expect(await importFiles(db, input)).toMatchObject({ refusal: { code: "unknown_channel" } });
    expect(await other.listOrders()).toEqual([]);
  });

  it("says nothing of how fresh the channel's returns are", async () => {
    const shop = await aNewShop();
    await shop.run(madeUpReport([{}]));
    const fresh = async () =>
      withSeller(db, shop.sellerId, (tx) => tx.execute<{ at: string }>("select data_as_of::text as at from channels"));
    const before = [...(await fresh())];
    const done = await importFiles(db, { ...shop.inputOf(), files: [fileOf(madeUpOrders([{}]))] });
    expect(done).toMatchObject({ ok: true });
    expect([...(await fresh())]).toEqual(before);
  });
});

describe("undoing an import of orders", () => {
  const snapshot = async (shop: Awaited<ReturnType<typeof aNewShop>>) => [
    await shop.listOrders(),
    await shop.listItems(),
    (await shop.listReturns()).map(({ evaluation, valueMinor }) => ({ evaluation, valueMinor })),
  ];

  it("deletes what came in, puts back what it changed, and judges by the old facts again", async () => {
    const shop = await aNewShop();
    await shop.run(madeUpReport([pending]));
    const before = await snapshot(shop);
    const { importId } = await shop.importOrders(madeUpOrders([{ "order-status": "Unshipped" }, second]));
    expect(await shop.listOrders()).toHaveLength(2);
    expect(await shop.undo(importId)).toEqual({ ok: true, value: { deleted: 1, restored: 1, stayed: 0 } });
    expect(await snapshot(shop)).toEqual(before);
    expect(await shop.undo(importId)).toMatchObject({ refusal: { code: "wrong_state", state: "undone" } });
  });

  it("leaves what a later file changed and what has a return by now, says which and why, and takes back the rest", async () => {
    const shop = await aNewShop();
    const third = { "amazon-order-id": "111-0000003-0000003" };
    const [changed, returned, free] = ["111-0000001-0000001", "111-0000002-0000002", "111-0000003-0000003"];
    const first = await shop.importOrders(madeUpOrders([{}, second, third]));
    const minuteLater = new Date(now.getTime() + 60_000);
    await shop.importOrders(madeUpOrders([{ "order-status": "Unshipped" }]), minuteLater);
    await shop.run(madeUpReport([{ "Order ID": returned }]));
    const staying = (await shop.listOrders()).filter(({ number }) => number !== free);
    expect(await shop.undo(first.importId)).toEqual({ ok: true, value: { deleted: 1, restored: 0, stayed: 2 } });
    expect(await shop.listOrders()).toEqual(staying);
    const [row] = await withSeller(db, shop.sellerId, (tx) =>
      tx.select().from(imports).where(eq(imports.id, first.importId)),
    );
    expect(row).toMatchObject({
      state: "undone",
      stayedCount: 2,
      stayed: [
        { number: changed, why: "later_import" },
        { number: returned, why: "has_return" },
      ],
    });
  });

  it("is refused where all of it was touched, and possible again after the later file is undone", async () => {
    const shop = await aNewShop();
    const first = await shop.importOrders(madeUpOrders([{}]));
    const minuteLater = new Date(now.getTime() + 60_000);
    const later = await shop.importOrders(madeUpOrders([{ "order-status": "Unshipped" }]), minuteLater);
    expect(await shop.undo(first.importId)).toMatchObject({ refusal: { code: "touched_since", touched: 1, total: 1 } });
    expect(await shop.undo(later.importId)).toMatchObject({ ok: true });
    expect(await shop.undo(first.importId)).toMatchObject({ ok: true, value: { deleted: 1, stayed: 0 } });
  });

  it("does not know another seller's import", async () => {
    const [shop, other] = [await aNewShop(), await aNewShop()];
    const { importId } = await shop.importOrders(madeUpOrders([{}]));
    expect(await other.undo(importId)).toMatchObject({ refusal: { code: "not_found" } });
    const left = await withSeller(db, shop.sellerId, (tx) =>
      tx.select().from(importOrderChanges).where(eq(importOrderChanges.importId, importId)),
    );
    expect(left).toHaveLength(1);
  });
});
