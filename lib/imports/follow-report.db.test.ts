import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { returnKeys } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, statementsOf, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { importFiles } from "./testdata/import-files";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();

async function aNewShop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  return aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", plan: "professional", ...options }));
}

const second: MadeUpCells = { "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" };
const pending: MadeUpCells = { "Return request status": "Pending Authorization" };

describe("a later report", () => {
  it("P-26 updates what it knows, says what changed, and judges again what is undecided", async () => {
    const shop = await aNewShop();
    await shop.runRows(pending);
    expect(await shop.runRows({ ...pending, "In policy": "N", "Tracking ID": "1ZNEW", "Label cost": " " })).toEqual([
      0, 1, 0, 0,
    ]);
    const row = await shop.onlyReturn();
    expect(row).toMatchObject({
      verdict: "out_of_policy",
      version: 3,
      reported: { labelCostMinor: 414, trackingNumber: "1ZNEW" },
    });
    const events = await shop.eventsOf(row.id);
    expect(events.map(({ kind }) => kind)).toEqual(["requested", "report_changed", "judged_again"]);
    expect(events[1]?.data).toMatchObject({
      changes: { isInPolicy: [true, false], trackingNumber: ["9200000000000000000001", "1ZNEW"] },
    });
    const keys = await withSeller(db, shop.sellerId, (tx) =>
      tx.select({ key: returnKeys.key }).from(returnKeys).where(eq(returnKeys.kind, "tracking")),
    );
    expect(keys.map(({ key }) => key).sort()).toEqual(["1ZNEW", "9200000000000000000001"]);
  });

  it("P-19 moves what nobody decided here, and ticks the decision it confirms", async () => {
    const shop = await aNewShop();
    await shop.runRows(pending, { ...second, ...pending });
    const [one, two] = await shop.listReturns();
    if (!one || !two) throw new Error("not imported");
    await shop.decide(two.id, "authorize");
    await shop.runRows({ "Return request status": "Approved" }, { ...second, "Return request status": "Approved" });
    expect(await shop.listReturns()).toMatchObject([{ status: "awaiting_return" }, { status: "awaiting_return" }]);
    expect((await shop.eventsOf(one.id)).map(({ kind }) => kind)).toEqual(["requested", "report_changed", "adopt"]);
    expect((await shop.eventsOf(two.id)).map(({ kind }) => kind)).toEqual([
      "requested",
      "authorize",
      "report_changed",
      "handed_over",
    ]);
  });

  it("P-24 an older file after a newer one has nothing to tell", async () => {
    const shop = await aNewShop();
    await shop.runRows({ "Return request status": "Completed", "Refunded Amount": "21.38" });
    expect(await shop.runRows({ ...pending, "Tracking ID": "1ZOLD" })).toEqual([0, 0, 1, 0]);
    expect(await shop.onlyReturn()).toMatchObject({ status: "completed", reportedStatus: "Completed" });
  });

  it("P-24 never moves a return backwards and never undoes what was decided here", async () => {
    const shop = await aNewShop();
    await shop.runRows({ "Return request status": "Completed" }, { ...second, ...pending });
    const [, two] = await shop.listReturns();
    if (!two) throw new Error("not imported");
    await shop.decide(two.id, "close");
    await shop.runRows({}, second);
    expect(await shop.listReturns()).toMatchObject([
      { status: "completed", reportedStatus: "Completed" },
      { status: "closed", reportedStatus: "Approved" },
    ]);
    // A report that still says pending after our decision is lag: nothing has changed.
    await shop.runRows({}, { ...second, ...pending });
    expect(await shop.listReturns()).toMatchObject([{ status: "completed" }, { status: "closed" }]);
  });

  it("costs as many statements for many returns as for one, new, changed and known", async () => {
    const costOf = async (count: number) => {
      const shop = await aNewShop();
      const report = (status: string) =>
        madeUpReport(
          Array.from({ length: count }, (_, index) => ({
            "Order ID": `111-0000000-${String(index).padStart(7, "0")}`,
            "Amazon RMA ID": `D${index}RRMA`,
            "Return request status": status,
          })),
        );
      const costs: number[] = [];
      for (const status of ["Pending Authorization", "Approved", "Approved"]) {
        const sent = await statementsOf(db, () => importFiles(db, shop.inputOf(report(status))));
        costs.push(sent.length);
      }
      return costs;
    };
    const [one, many] = [await costOf(1), await costOf(40)];
    expect(many).toEqual(one);
    expect(Math.max(...many)).toBeLessThanOrEqual(30);
  });
});
