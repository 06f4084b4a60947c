import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { returnKeys } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { COLUMNS_33, type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();

async function aNewShop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  return aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", plan: "professional", ...options }));
}

const second: MadeUpCells = { "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" };
const pending: MadeUpCells = { "Return request status": "Pending Authorization" };
const WITHOUT_ITEM_ID = COLUMNS_33.slice(0, -1);

describe("identity", () => {
  it("keeps a line read without an item id when it learns the id, and the id from then on", async () => {
    const shop = await aNewShop();
    const rows: MadeUpCells[] = [{}, { "Return Reason": "CR-SWITCHEROO", "Return quantity": "1" }];
    expect(await shop.run(madeUpReport(rows, WITHOUT_ITEM_ID))).toEqual([1, 0, 0, 0]);
    const withIds = [{}, { ...rows[1], "Order Item ID": "2" }];
    expect(await shop.run(madeUpReport(withIds))).toEqual([0, 1, 0, 0]);
    expect(await shop.listLines()).toMatchObject([
      { itemId: "100000000000001", reason: "CR-DEFECTIVE" },
      { itemId: "2", reason: "CR-SWITCHEROO" },
    ]);
    expect(await shop.run(madeUpReport(rows, WITHOUT_ITEM_ID))).toEqual([0, 0, 1, 0]);
    expect(await shop.run(madeUpReport(withIds))).toEqual([0, 0, 1, 0]);
  });

  it("keeps the row of a returnless return that gains an RMA, and finds it by both files after", async () => {
    const shop = await aNewShop();
    const returnless = { "Amazon RMA ID": " " };
    expect(await shop.runRows(returnless)).toEqual([1, 0, 0, 0]);
    const { id } = await shop.onlyReturn();
    expect(await shop.runRows({})).toEqual([0, 1, 0, 0]);
    expect(await shop.onlyReturn()).toMatchObject({ id, channelRma: "DtestA1RRMA" });
    const keys = await withSeller(db, shop.sellerId, (tx) =>
      tx.select({ key: returnKeys.key }).from(returnKeys).where(eq(returnKeys.kind, "channel_rma")),
    );
    expect(keys).toEqual([{ key: "DTESTA1RRMA" }]);
    expect(await shop.runRows(returnless)).toEqual([0, 0, 1, 0]);
  });

  it("keeps a returnless return apart from one with an RMA in the same file", async () => {
    const shop = await aNewShop();
    const rows: MadeUpCells[] = [{ "Amazon RMA ID": " " }, {}];
    expect(await shop.runRows(...rows)).toEqual([2, 0, 0, 0]);
    expect(await shop.runRows(...rows)).toEqual([0, 0, 2, 0]);
  });

  it("changes nothing by rows of two returns that say different things of one order line", async () => {
    const shop = await aNewShop();
    const rows: MadeUpCells[] = [
      { "Order Amount": "10.00" },
      { "Amazon RMA ID": "DotherRRMA", "Order Amount": "20.00" },
    ];
    expect(await shop.runRows(...rows)).toEqual([2, 0, 0, 0]);
    expect(await shop.runRows(...rows)).toEqual([0, 0, 2, 0]);
  });

  it("takes two files of one import as one after the other", async () => {
    const shop = await aNewShop();
    const later = madeUpReport([{ "Return request status": "Completed" }, second]);
    expect(await shop.run(madeUpReport([pending]), later)).toEqual([2, 0, 0, 0]);
    expect(await shop.listReturns()).toMatchObject([{ status: "completed" }, { status: "awaiting_return" }]);
  });
});
