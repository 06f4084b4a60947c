import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { orderLines, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { listRequestGroups } from "@/lib/channels/automation-past";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findDecisionOptions } from "../returns/decision-options";
import { requestReturn } from "../returns/request-return";
import { guessColumns } from "./guess-columns";
import { aShop } from "./testdata/a-shop";
import { exampleFile } from "./testdata/example-file";
import { checkFiles, importFiles } from "./testdata/import-files";
import { NOW as now } from "./testdata/made-up-file";
import { madeUpOrders } from "./testdata/made-up-orders";
import type { MadeUpCells } from "./testdata/made-up-report";
import { undoImport } from "./undo-import";

const db = await testDb();
const { operation } = defaultPolicy;
const automation = { ...operation.automation, choice: "all" as const, isOnForMirrored: true };

/** A shop that authorizes whatever may be authorized by itself. */
async function aKeenShop(mode: "mirrored" | "managed") {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode, operation: { ...operation, automation } });
  const shop = aShop(db, seller, channelId);
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, seller.sellerId, work);
  const list = async (file: string) => {
    const { columns } = guessColumns((file.split("\n")[0] ?? "").split(","), "orders");
    const mapping: ColumnMapping = { columns, dateOrder: "ymd", decimal: ".", statuses: {} };
    const input = { ...shop.inputOf(file), known: { kind: "orders" as const, mapping } };
    const [dry, done] = [await checkFiles(db, input), await importFiles(db, input)];
    if (!dry.ok || !done.ok) throw new Error(JSON.stringify([dry, done]));
    return { ...done.value, said: dry.value.files[0]?.cancelled };
  };
  return {
    ...shop,
    list,
    orders: () => inside((tx) => tx.select().from(orders).orderBy(asc(orders.number))),
    items: () => inside((tx) => tx.select().from(orderLines).orderBy(asc(orderLines.id))),
    groups: () =>
      inside((tx) => listRequestGroups(tx, seller.sellerId, { channelId, since: "2026-01-01", limit: 100 })),
    undo: (importId: string) => undoImport({ db, sellerId: seller.sellerId, actor: shop.actor, now }, { importId }),
  };
}

/** Shopify's example with its second order cancelled; the column stands where Shopify has it, at an order's first row. */
const shopifyWith = (cancelledAt: string) =>
  exampleFile("shopify")
    .trim()
    .split("\n")
    .map((line, index) => `${line},${["Cancelled at", "", "", cancelledAt][index]}`)
    .join("\n");

it("P-30 keeps that Shopify cancelled an order, on the channel's day, and says how many before it is imported", async () => {
  const shop = await aKeenShop("managed");
  const done = await shop.list(shopifyWith("2026-07-04 01:30:00 -0400"));
  expect(done.said).toBe(1);
  expect(await shop.orders()).toMatchObject([
    { number: "1001", isCancelled: false, cancelledOn: null, paidMinor: 5800 },
    { number: "1002", isCancelled: true, cancelledOn: "2026-07-03", paidMinor: 2200 },
  ]);
  // A later file without the column erases nothing.
  await shop.list(exampleFile("shopify"));
  expect((await shop.orders())[1]).toMatchObject({ isCancelled: true, cancelledOn: "2026-07-03" });
});

it("S1-18 a request about a cancelled order waits for a person, who is told so; any other is authorized by itself", async () => {
  const shop = await aKeenShop("managed");
  await shop.list(
    "Order number,Order date,Delivered on,SKU,Cancelled\nA-1,2026-07-01,2026-07-08,S-1,yes\nA-2,2026-07-01,2026-07-08,S-1,no\n",
  );
  const found = await shop.orders();
  const items = await shop.items();
  for (const { id: orderId } of found) {
    const item = items.find((one) => one.orderId === orderId)?.id ?? "";
    const lines = [{ orderLineId: item, quantity: 1, reason: "UNWANTED" }];
    const asked = { orderId, source: "person" as const, lines, buyerComment: null, actor: shop.actor, now };
    expect(await requestReturn({ db, sellerId: shop.sellerId, ...asked }, asked)).toMatchObject({ ok: true });
  }
  const [held, free] = await shop.listReturns();
  expect([held?.status, free?.status]).toEqual(["authorization_required", "awaiting_return"]);
  expect(held?.evaluation.automation).toMatchObject({ answer: "ask", because: "order_cancelled" });
  const ask = { sellerId: shop.sellerId, returnId: held?.id ?? "", actor: shop.actor, now };
  expect(await findDecisionOptions({ db, ...ask }, ask)).toMatchObject({ isCancelled: true, cancelledOn: null });
  // What the settings would have done in the last month counts it as left to a person, too.
  expect((await shop.groups()).map(({ heldBy }) => heldBy).sort()).toEqual([null, "order_cancelled"]);
});

const PENDING: MadeUpCells = { "Return request status": "Pending Authorization" };
const second = { "amazon-order-id": "111-0000002-0000002" };

it("P-20 of requests that a report leaves pending, none is authorized whose order Amazon calls cancelled", async () => {
  const shop = await aKeenShop("mirrored");
  const cancelled = { "order-status": "Cancelled", quantity: "0", "item-price": "" };
  await shop.run(madeUpOrders([cancelled, second]));
  await shop.runRows(PENDING, { ...PENDING, "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" });
  const statuses = (await shop.listReturns()).map(({ status }) => status);
  expect(statuses).toEqual(["authorization_required", "awaiting_return"]);
});

it("P-26 an order that is cancelled later is told on its undecided request, and the import's undo takes it back", async () => {
  const shop = await aKeenShop("mirrored");
  await shop.run(madeUpOrders([{ "order-status": "Unshipped" }]));
  await shop.runRows(PENDING);
  const done = await importFiles(db, shop.inputOf(madeUpOrders([{ "order-status": "Canceled" }])));
  const { evaluation, status } = await shop.onlyReturn();
  expect(status).toBe("authorization_required");
  expect(evaluation.automation.because).toBe("order_cancelled");
  await shop.undo(done.ok ? done.value.importId : "");
  expect((await shop.orders())[0]?.isCancelled).toBe(false);
  expect((await shop.onlyReturn()).evaluation.automation.because).toBe("not_handed_over");
});

it("P-29 one cancelled item of several cancels no order", async () => {
  const shop = await aKeenShop("mirrored");
  await shop.run(madeUpOrders([{ "order-status": "Cancelled" }, { sku: "SKU-2", "order-status": "Shipped" }]));
  expect((await shop.orders())[0]?.isCancelled).toBe(false);
});
