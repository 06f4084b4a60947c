import { describe, expect, it } from "vitest";
import { deadlines } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findListFrame } from "@/lib/returns/returns-frame";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { aShop } from "./testdata/a-shop";
import { checkFiles, importFiles } from "./testdata/import-files";
import { NOW } from "./testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();

const { operation } = defaultPolicy;
/** Where everything that may be authorized by itself is. */
const AUTOMATIC = {
  ...operation,
  automation: { ...operation.automation, choice: "all" as const, isOnForMirrored: true },
};

async function aNewShop() {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", operation: AUTOMATIC }));
  const accept = async (...rows: MadeUpCells[]) => {
    const done = await importFiles(db, { ...shop.inputOf(madeUpReport(rows)), acceptsWarnings: true });
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };
  const openClocks = () =>
    withSeller(db, seller.sellerId, async (tx) =>
      (await tx.select().from(deadlines)).filter(({ state }) => state === "open").map(({ kind }) => kind),
    );
  return { ...shop, accept, openClocks };
}

const says = (status: string): MadeUpCells => ({
  "Return request status": status,
  "Return request date": "19-Jul-2026",
});

describe("a word for a status", () => {
  it.each([
    ["Canceled", "withdrawn"],
    ["Cancelled", "withdrawn"],
    ["Rejected", "closed"],
    ["Unauthorized", "closed"],
    ["Expired", "lapsed"],
    ["Refund Issued", "completed"],
  ])(
    "P-29 %s is %s from the start, and on the day after it was pending, with an event and without a clock",
    async (word, status) => {
      const fresh = await aNewShop();
      await fresh.accept(says(word));
      expect(await fresh.onlyReturn()).toMatchObject({ status, reportedStatus: word });
      expect(await fresh.openClocks()).toEqual([]);
      const seller = await aSeller(db);
      const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
      await shop.runRows(says("Pending Authorization"));
      expect(await shop.onlyReturn()).toMatchObject({ status: "authorization_required", nextDueAt: expect.any(Date) });
      await shop.runRows(says(word));
      const row = await shop.onlyReturn();
      expect(row).toMatchObject({ status, nextDueAt: null });
      expect((await shop.eventsOf(row.id)).map(({ kind }) => kind)).toContain("adopt");
    },
  );

  it("P-29 that nobody knows is told with its count, kept as it came, and acts on nothing", async () => {
    const shop = await aNewShop();
    const rows = [
      says("Foo"),
      { ...says("Foo"), "Amazon RMA ID": "D2" },
      { ...says("Pending"), "Order ID": "111-0000003-0000003" },
    ];
    const dry = await checkFiles(db, shop.inputOf(madeUpReport(rows)));
    expect(dry).toMatchObject({ value: { warnings: [{ code: "unknown_status", value: "Foo", rows: 2, of: 3 }] } });
    await shop.accept(...rows);
    const found = await shop.listReturns();
    expect(found.map(({ status, tab }) => [status, tab])).toEqual([
      ["unknown", null],
      ["unknown", null],
      ["awaiting_return", "awaiting_return"],
    ]);
    const [row] = found;
    if (!row) throw new Error("not imported");
    expect(row).toMatchObject({ reportedStatus: "Foo", rma: null, nextDueAt: null });
    for (const move of ["authorize", "close"] as const)
      expect((await shop.decide(row.id, move)).refused).toMatchObject([{ refusal: { code: "wrong_status" } }]);
    expect(await shop.openClocks()).toEqual(["send_back"]);
    const filter = { ...emptyFilter("all"), isStatusUnknown: true };
    const frame = await withSeller(db, shop.sellerId, (tx) => findListFrame(tx, shop.sellerId, filter, NOW));
    expect(frame).toMatchObject({ unknownStatuses: 2, matching: 2, counts: { authorization_required: 0 } });
  });

  it("P-29 that nobody knows sets a pending request aside, and a later file's word moves it on", async () => {
    const seller = await aSeller(db);
    const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
    const accept = (status: string) =>
      importFiles(db, { ...shop.inputOf(madeUpReport([says(status)])), acceptsWarnings: true });
    await accept("Pending Authorization");
    await accept("Foo");
    const aside = await shop.onlyReturn();
    expect(aside).toMatchObject({ status: "unknown", reportedStatus: "Foo", nextDueAt: null });
    await accept("Pending Authorization");
    expect(await shop.onlyReturn()).toMatchObject({ status: "authorization_required" });
    await accept("Bar");
    await accept("Approved");
    expect(await shop.onlyReturn()).toMatchObject({ status: "awaiting_return", reportedStatus: "Approved" });
    expect((await shop.eventsOf(aside.id)).flatMap(({ toStatus }) => toStatus ?? [])).toEqual([
      "unknown",
      "authorization_required",
      "unknown",
      "awaiting_return",
    ]);
  });
});
