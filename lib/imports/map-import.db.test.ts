import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { deadlines, importMappings, orders, outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, inShop, testDb } from "@/db/testing";
import { workOnce } from "@/lib/platform/queue/work";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { guessColumns } from "./guess-columns";
import { importWork } from "./import-work";
import { findImport, findImportColumns } from "./imports";
import { mapImport } from "./map-import";
import { confirmImport, requestCheck, startImport } from "./start-import";
import { storeImportFile } from "./stored-files";
import { exampleFile } from "./testdata/example-file";
import { inPieces } from "./testdata/made-up-report";
import { madeUpSheet } from "./testdata/made-up-sheet";
import { undoImport } from "./undo-import";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "mapped-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(async () => void (await db.execute(sql`delete from work_items`)));
const now = new Date("2026-07-20T12:00:00Z");
const never = new AbortController().signal;

async function aShop(mode: "managed" | "mirrored" = "managed") {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode });
  const { sellerId } = seller;
  const actor = { kind: "person" as const, ...seller.owner };
  const rowOf = async (importId: string) => {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row) throw new Error("no import");
    return row;
  };
  const work = async (importId: string) => {
    while (await workOnce(db, "import", importWork(dataDir), never));
    return rowOf(importId);
  };
  /** Uploads a file and has it checked. */
  const check = async (file: string | Buffer) => {
    const started = await startImport({ db, sellerId, actor, now }, { channelId });
    if (!started.ok) throw new Error(started.refusal.code);
    const { importId } = started.value;
    await storeImportFile(inShop(db, sellerId), {
      dataDir,
      importId,
      name: "list",
      modifiedAt: now,
      body: inPieces(file),
    });
    await requestCheck(inShop(db, sellerId), { importId });
    return work(importId);
  };
  const map = async (importId: string, kind: ImportKind, mapping: ColumnMapping) => {
    const answer = await mapImport(inShop(db, sellerId, now), { importId, kind, mapping });
    return answer.ok ? work(importId) : answer.refusal;
  };
  const run = async (importId: string, acceptsWarnings = false) => {
    const answer = await confirmImport(inShop(db, sellerId), { importId, acceptsWarnings });
    return answer.ok ? work(importId) : answer.refusal;
  };
  return { ...seller, actor, channelId, check, map, run, rowOf };
}

/** What the page asks about: kept by the worker, so that nothing else opens the file. */
const columnsOf = (sellerId: string, importId: string) =>
  withSeller(db, sellerId, (tx) => findImportColumns(tx, sellerId, importId));

const header = (file: string) => (file.split("\n")[0] ?? "").split(",");
const mappingOf = (file: string, kind: ImportKind): ColumnMapping => ({
  columns: guessColumns(header(file), kind).columns,
  dateOrder: "ymd",
  decimal: ".",
  statuses: {},
});
const shopify = exampleFile("shopify");

it("reads a cancelled column by a mapping from before that was a field, and leaves it out where somebody did", async () => {
  const file = "Order number,Order date,SKU,Cancelled\nA-1,2026-07-01,S-1,yes\n";
  const { cancelled: _, ...columns } = mappingOf(file, "orders").columns;
  const mapping = { ...mappingOf(file, "orders"), columns };
  const shop = await aShop();
  const asked = await shop.check(file);
  await shop.map(asked.id, "orders", mapping);
  const left = await shop.check(file);
  expect(left).toMatchObject({ state: "checked", mapping: { unread: ["Cancelled"] } });
  expect(left.mapping?.columns).not.toHaveProperty("cancelled");
  await withSeller(db, shop.sellerId, (tx) => tx.update(importMappings).set({ mapping }));
  const later = await shop.check(file);
  expect(later).toMatchObject({ mapping: { columns: { cancelled: "Cancelled" } }, files: [{ cancelled: 1 }] });
});

it("asks what the columns hold once: the next file of the same source goes straight to the dry run", async () => {
  const shop = await aShop();
  const asked = await shop.check(shopify);
  expect(asked).toMatchObject({ state: "checked", mapping: null, files: [{ refusal: { code: "needs_mapping" } }] });
  expect(await columnsOf(shop.sellerId, asked.id)).toMatchObject({
    columns: expect.arrayContaining([expect.objectContaining({ name: "Lineitem quantity", values: ["2", "1"] })]),
  });
  const mapped = await shop.map(asked.id, "orders", mappingOf(shopify, "orders"));
  expect(mapped).toMatchObject({
    state: "checked",
    kind: "orders",
    newCount: 2,
    refusedCount: 0,
    files: [{ refusal: null }],
  });
  expect(await shop.run(asked.id)).toMatchObject({ state: "done", newCount: 2 });
  const found = await withSeller(db, shop.sellerId, (tx) => tx.select().from(orders).orderBy(asc(orders.number)));
  expect(found).toMatchObject([
    { number: "1001", paidMinor: 5800, shippedOn: "2026-07-02", outbound: null },
    { number: "1002", outbound: "not_handed_over" },
  ]);
  const columns = header(shopify);
  const shuffled = shopify
    .split("\n")
    .filter(Boolean)
    .map((line) => [...line.split(",")].reverse().join(","))
    .join("\n");
  expect(columns.length).toBeGreaterThan(20);
  expect(await shop.check(shuffled)).toMatchObject({
    state: "checked",
    kind: "orders",
    unchangedCount: 2,
    newCount: 0,
  });
});

it("M15 learns from a shop's payments by what its orders were paid, once however often they come, and takes it back", async () => {
  const shop = await aShop();
  const orderFile = await shop.check(shopify);
  await shop.map(orderFile.id, "orders", mappingOf(shopify, "orders"));
  await shop.run(orderFile.id);
  const payments = [
    "Order,Name,Kind,Gateway,Created At,Status,Amount,Currency",
    "1,#1001,sale,gift_card,2026-07-01,success,8.00,USD",
    "2,#1001,sale,shopify_payments,2026-07-01,failure,50.00,USD",
    "3,#1001,authorization,shopify_payments,2026-07-01,success,50.00,USD",
    "4,#1001,capture,shopify_payments,2026-07-02,success,50.00,USD",
    "5,#1001,refund,shopify_payments,2026-07-09,success,12.00,USD",
    "6,#1002,sale,Klarna,2026-07-03,success,22.00,USD",
  ].join("\n");
  const asked = await shop.check(payments);
  const guessed = guessColumns(header(payments), "orders");
  expect(guessed.preset).toBe("shopify_payments");
  await shop.map(asked.id, "orders", mappingOf(payments, "orders"));
  expect(await shop.run(asked.id)).toMatchObject({ state: "done", changedCount: 2, refusedCount: 0 });
  const told = async () => {
    const rows = await withSeller(db, shop.sellerId, (tx) => tx.select().from(orders).orderBy(asc(orders.number)));
    return rows.map(({ paidMinor, tenders }) => [paidMinor, ...tenders.map((one) => [one.tender, one.amountMinor])]);
  };
  const learnt = [
    [5800, ["gift_card", 800], ["card", 5000]],
    [2200, ["Klarna", 2200]],
  ];
  expect(await told()).toEqual(learnt);
  expect(await shop.check(payments)).toMatchObject({ kind: "orders", unchangedCount: 2, changedCount: 0 });
  const undone = await undoImport({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { importId: asked.id });
  expect(undone.ok && (await told())).toEqual([[5800], [2200]]);
});

it("takes a spreadsheet by the same mapping, and a known order without its date", async () => {
  const shop = await aShop();
  const sheet = (rows: [string, string][]) => madeUpSheet([["Order number", "Delivered on"], ...rows]);
  const first = await shop.check(sheet([["1001", "2026-07-09"]]));
  const mapping = { ...mappingOf("", "orders"), columns: { orderNumber: "Order number", deliveredOn: "Delivered on" } };
  expect(await shop.map(first.id, "orders", mapping)).toMatchObject({ newCount: 0, refusedCount: 1 });
  const orderFile = await shop.check(shopify);
  await shop.map(orderFile.id, "orders", mappingOf(shopify, "orders"));
  await shop.run(orderFile.id);
  const again = await shop.check(
    sheet([
      ["1001", "2026-07-09"],
      ["9999", "2026-07-09"],
    ]),
  );
  expect(again).toMatchObject({ kind: "orders", changedCount: 1, refusedCount: 1 });
  expect(await shop.run(again.id)).toMatchObject({ state: "done", changedCount: 1, refusedCount: 1 });
  const [order] = await withSeller(db, shop.sellerId, (tx) =>
    tx.select().from(orders).where(eq(orders.number, "1001")),
  );
  expect(order).toMatchObject({ deliveredOn: "2026-07-09", outbound: "delivered", paidMinor: 5800 });
});

it("S1-01 judges and clocks the requests of an own shop's list, and tells the team once of all", async () => {
  const shop = await aShop();
  const file = exampleFile("returns");
  const asked = await shop.check(file);
  await shop.map(asked.id, "returns", mappingOf(file, "returns"));
  expect(await shop.run(asked.id)).toMatchObject({ state: "done", newCount: 2, refusedCount: 0 });
  const seen = await withSeller(db, shop.sellerId, async (tx) => ({
    returns: await tx.select().from(returns).orderBy(asc(returns.number)),
    clocks: await tx.select({ kind: deadlines.kind, state: deadlines.state }).from(deadlines),
    told: await tx.select({ kind: outbox.kind }).from(outbox),
  }));
  expect(seen.returns).toMatchObject([
    { status: "authorization_required", channelRma: "R-1", buyerComment: "The frame is broken" },
    { status: "awaiting_return", channelRma: "R-2" },
  ]);
  expect(seen.clocks.length).toBeGreaterThan(0);
  expect(seen.told).toEqual([{ kind: "team.imported" }]);
});

it("refuses a mapping without what is needed, of a column that is not there, and once the import runs", async () => {
  const shop = await aShop();
  const { id } = await shop.check(shopify);
  const mapping = mappingOf(shopify, "orders");
  expect(await shop.map(id, "returns", { ...mapping, columns: { orderNumber: "Name" } })).toEqual({
    code: "column_needed",
    field: "requestedOn",
  });
  expect(await shop.map(id, "orders", { ...mapping, columns: { orderNumber: "Nummer" } })).toEqual({
    code: "column_unknown",
    column: "Nummer",
  });
  await shop.map(id, "orders", mapping);
  await shop.run(id);
  expect(await shop.map(id, "orders", mapping)).toEqual({ code: "wrong_state", state: "done" });
});

it("takes one of two answers given at once, and knows no other seller's import", async () => {
  const [shop, other] = [await aShop(), await aShop()];
  const { id } = await shop.check(shopify);
  const mapping = mappingOf(shopify, "orders");
  expect(await other.map(id, "orders", mapping)).toEqual({ code: "not_found" });
  const one = { sellerId: shop.sellerId, importId: id, now, kind: "orders" as const, mapping };
  const both = await Promise.all([mapImport(inShop(db, one.sellerId), one), mapImport(inShop(db, one.sellerId), one)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const kept = await withSeller(db, shop.sellerId, (tx) => tx.select().from(importMappings));
  expect(kept).toHaveLength(1);
});

const COLUMNS = ["订单号", "下单时间", "商品名称", "数量", "金额"];
const WORKBOOK = madeUpSheet(
  [["七月订单"], COLUMNS, ["202607100012", 46213, "台灯", 2, 59.9], [8012345678901234, 46213, "台灯", 1, 29.95]],
  { 八月: [COLUMNS, ["202608010001", 46235, "台灯", 1, 29.95]] },
);

it("brings in the sheet that it named once that was seen, refuses the line that is damaged, and is taken back whole", async () => {
  const shop = await aShop();
  const asked = await shop.check(WORKBOOK);
  const found = await columnsOf(shop.sellerId, asked.id);
  expect(found?.columns.map(({ name }) => name)).toEqual(COLUMNS);
  const { columns } = guessColumns(COLUMNS, "orders");
  const mapped = await shop.map(asked.id, "orders", { columns, dateOrder: "ymd", decimal: ".", statuses: {} });
  expect(mapped).toMatchObject({
    newCount: 1,
    refusedCount: 1,
    warnings: [{ code: "other_sheets", sheet: "Sheet1", others: ["八月"] }],
  });
  expect(await shop.run(asked.id)).toEqual({ code: "warnings_not_accepted" });
  expect(await shop.run(asked.id, true)).toMatchObject({ state: "done", newCount: 1 });
  const listed = () =>
    withSeller(db, shop.sellerId, (tx) =>
      tx.select({ number: orders.number, orderedOn: orders.orderedOn }).from(orders),
    );
  expect(await listed()).toMatchObject([{ number: "202607100012", orderedOn: "2026-07-10" }]);
  await undoImport({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { importId: asked.id });
  expect(await listed()).toEqual([]);
});

it("says of a list without rows that it has none, instead of that all is known", async () => {
  const shop = await aShop();
  const asked = await shop.check(shopify);
  await shop.map(asked.id, "orders", mappingOf(shopify, "orders"));
  const empty = await shop.check(`${shopify.split("\n")[0]}\n`);
  expect(empty).toMatchObject({ state: "checked", files: [{ rows: 0, refusal: { code: "no_rows" } }] });
  expect(await shop.run(empty.id)).toEqual({ code: "nothing_to_import" });
});

it("brings in nothing of a file whose every line is refused, and lets its columns be chosen again", async () => {
  const shop = await aShop();
  const file = "Order,Day,Item\nA-1,2026-07-10,Lamp\nA-2,2026-07-11,Cable\n";
  const asked = await shop.check(file);
  const reading = { dateOrder: "ymd", decimal: ".", statuses: {} } as const;
  const wrong = { ...reading, columns: { orderNumber: "Order", orderedOn: "Item" } };
  expect(await shop.map(asked.id, "orders", wrong)).toMatchObject({ newCount: 0, refusedCount: 2 });
  expect(await shop.run(asked.id)).toEqual({ code: "nothing_to_import" });
  const right = { ...reading, columns: { orderNumber: "Order", orderedOn: "Day", title: "Item" } };
  expect(await shop.map(asked.id, "orders", right)).toMatchObject({ newCount: 2, refusedCount: 0 });
  expect(await shop.run(asked.id)).toMatchObject({ state: "done" });
});
