import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { channels, imports, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { checkFiles, importFiles } from "./testdata/import-files";
import { fileOf, NOW as now } from "./testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();

async function aNewShop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  return aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", plan: "professional", ...options }));
}

const second: MadeUpCells = { "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" };
const pending: MadeUpCells = { "Return request status": "Pending Authorization" };

describe("what comes in", () => {
  it("P-21 P-22 keeps what the report says beside what is judged, and unknown as unknown", async () => {
    const shop = await aNewShop();
    expect(await shop.runRows({ "Refunded Amount": "5.00", "Order Amount": " ", "In policy": "N" })).toEqual([
      1, 0, 0, 0,
    ]);
    const row = await shop.onlyReturn();
    expect(row).toMatchObject({
      status: "awaiting_return",
      source: "report",
      reportedStatus: "Approved",
      verdict: "out_of_policy",
      valueMinor: null,
      currency: "USD",
      reported: { isInPolicy: false, labelCostMinor: 414, trackingNumber: "9200000000000000000001" },
    });
    expect(row.evaluation).toMatchObject({ reported: false });
    expect(await shop.listLines()).toMatchObject([{ refunded: 500, amountMinor: null, quantity: 2 }]);
    const [order] = await withSeller(db, shop.sellerId, (tx) => tx.select().from(orders));
    expect(order).toMatchObject({ isCurrencyAssumed: true, currency: "USD", orderedOn: "2026-07-10" });
    const [first] = await shop.eventsOf(row.id);
    expect(first).toMatchObject({ kind: "requested", actorKind: "product", data: { file: "report-0.txt", line: 2 } });
  });

  it("P-08 keeps an unknown reason as it came", async () => {
    const shop = await aNewShop();
    await shop.runRows({ "Return Reason": "CR-NEVER_SEEN" });
    expect(await shop.listLines()).toMatchObject([{ reason: "CR-NEVER_SEEN" }]);
  });

  it("P-18 records a clock that is past already as missed", async () => {
    const shop = await aNewShop();
    await shop.runRows({ ...pending, "Return request date": "01-Jul-2026" });
    const rows = await withSeller(db, shop.sellerId, (tx) =>
      tx.execute(sql`select kind, state from deadlines order by kind`),
    );
    expect([...rows]).toEqual([
      { kind: "answer", state: "missed_before_import" },
      { kind: "expire", state: "open" },
    ]);
  });

  it("P-20 leaves what the marketplace left pending alone, unless that is switched on for mirrored requests", async () => {
    const shop = await aNewShop();
    await shop.runRows(pending);
    expect(await shop.onlyReturn()).toMatchObject({ status: "authorization_required" });
    const bold = await aNewShop();
    await withSeller(db, bold.sellerId, (tx) =>
      tx.execute(
        sql`update operations set operation = jsonb_set(jsonb_set(operation, '{automation,isOnForMirrored}', 'true'), '{automation,choice}', '"all"')`,
      ),
    );
    await bold.runRows(pending);
    expect(await bold.onlyReturn()).toMatchObject({ status: "awaiting_return" });
  });

  it("refuses bad rows one by one and a foreign report whole, and takes the rest", async () => {
    const shop = await aNewShop();
    const foreign = "return-date\torder-id\tsku\tfulfillment-center-id\tdetailed-disposition\n";
    const good = madeUpReport([{}, { "Order date": "10/7/2026" }, second]);
    const done = await importFiles(db, shop.inputOf(foreign, good));
    expect(done).toMatchObject({ ok: true, value: { newCount: 2, refusedCount: 1 } });
    if (!done.ok) return;
    expect(done.value.files.map(({ refusal, rows }) => [refusal?.code ?? null, rows])).toEqual([
      ["foreign_report", 0],
      [null, 3],
    ]);
    const refused = await withSeller(db, shop.sellerId, (tx) =>
      tx.execute(sql`select file, line, "column", code, value from import_refusals`),
    );
    expect([...refused]).toEqual([
      { file: "report-1.txt", line: 3, column: "Order date", code: "other_date_order", value: "10/7/2026" },
    ]);
    expect(await importFiles(db, shop.inputOf(foreign))).toMatchObject({ refusal: { code: "nothing_to_import" } });
  });

  it("warns first about a file of another currency, and leaves nothing behind", async () => {
    const shop = await aNewShop({ currency: "GBP" });
    const input = shop.inputOf(madeUpReport([{}]));
    expect(await importFiles(db, input)).toMatchObject({
      refusal: { code: "warnings_not_accepted", warnings: [{ code: "other_currency", file: "report-0.txt" }] },
    });
    expect(await withSeller(db, shop.sellerId, (tx) => tx.select().from(imports))).toEqual([]);
    expect(await importFiles(db, { ...input, acceptsWarnings: true })).toMatchObject({ ok: true });
  });

  it("makes the channel as fresh as its newest file, never older, never of the future", async () => {
    const shop = await aNewShop();
    const asOf = async (modifiedAt: string) => {
      const file = fileOf(madeUpReport([{}]), "a", new Date(modifiedAt));
      await importFiles(db, { ...shop.inputOf(), files: [file] });
      const [channel] = await withSeller(db, shop.sellerId, (tx) => tx.select().from(channels));
      return channel?.dataAsOf?.toISOString();
    };
    expect(await asOf("2026-07-19T08:00:00Z")).toBe("2026-07-19T08:00:00.000Z");
    expect(await asOf("2026-07-18T08:00:00Z")).toBe("2026-07-19T08:00:00.000Z");
    expect(await asOf("2027-01-01T00:00:00Z")).toBe(now.toISOString());
  });

  it("does not know another seller's channel, and takes no marketplace's report into a managed one", async () => {
    const [shop, other] = [await aNewShop(), await aNewShop()];
    const input = { ...shop.inputOf(madeUpReport([{}])), channelId: other.channelId };
    expect(await importFiles(db, input)).toMatchObject({ refusal: { code: "unknown_channel" } });
    expect(await checkFiles(db, input)).toMatchObject({ refusal: { code: "unknown_channel" } });
    const seller = await aSeller(db);
    const managed = await aChannel(db, seller, { mode: "managed" });
    expect(await importFiles(db, { ...input, sellerId: seller.sellerId, channelId: managed })).toMatchObject({
      refusal: { code: "nothing_to_import", files: [{ refusal: { code: "marketplace_report" } }] },
    });
  });

  it("makes each return once when two imports of one file run at the same time", async () => {
    const shop = await aNewShop();
    const input = shop.inputOf(madeUpReport([{}, second]));
    const done = await Promise.all([importFiles(db, input), importFiles(db, input), importFiles(db, input)]);
    expect(done.map((one) => (one.ok ? one.value.newCount : -1)).sort()).toEqual([0, 0, 2]);
    expect(await shop.listReturns()).toHaveLength(2);
  });

  it("says that it failed when it is interrupted, and a second try completes it", async () => {
    const shop = await aNewShop();
    const input = shop.inputOf(madeUpReport([{}]));
    await expect(importFiles(db, { ...input, signal: AbortSignal.abort() })).rejects.toThrow();
    const [row] = await withSeller(db, shop.sellerId, (tx) => tx.select().from(imports));
    expect(row).toMatchObject({ state: "failed", failure: "interrupted" });
    expect(await importFiles(db, input)).toMatchObject({ value: { newCount: 1 } });
  });
});
