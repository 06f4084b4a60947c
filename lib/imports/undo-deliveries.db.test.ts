import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { deadlines, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { importFiles } from "./testdata/import-files";
import { fileOf, NOW } from "./testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";
import { undoImport } from "./undo-import";

const db = await testDb();

/** Yesterday, and so long ago that nobody knows whether it was refunded in time. */
const BACK: MadeUpCells = { "Return delivery date": "19-Jul-2026" };
const BACK_LONG_AGO: MadeUpCells = { "Return delivery date": "15-Jul-2026" };
const REFUNDED: MadeUpCells = { "Refunded Amount": "21.38" };

async function aMirror() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const { sellerId } = seller;
  const shop = aShop(db, seller, channelId);
  const actor = { kind: "person" as const, ...seller.owner };
  const bringIn = async (cells: MadeUpCells): Promise<string> => {
    const done = await importFiles(db, {
      sellerId,
      channelId,
      files: [fileOf(madeUpReport([cells]))],
      actor,
      now: NOW,
    });
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.importId;
  };
  const stands = () =>
    withSeller(db, sellerId, async (tx) => {
      const rows = await tx.select().from(deadlines).where(eq(deadlines.sellerId, sellerId));
      const { status } = await shop.onlyReturn();
      return [status, rows.filter(({ kind }) => kind === "refund").map(({ state }) => state)];
    });
  const arrivals = () =>
    withSeller(db, sellerId, async (tx) => {
      const rows = await tx.select().from(workItems).where(eq(workItems.sellerId, sellerId));
      return rows.filter(({ kind }) => kind === "arrival").length;
    });
  const undo = (importId: string) => undoImport({ db, sellerId, actor, now: NOW }, { importId });
  return { bringIn, stands, arrivals, undo };
}

it("P-04, P-12 goods that a report says came back are to be refunded, also the first time it speaks of them", async () => {
  const fresh = await aMirror();
  await fresh.bringIn(BACK);
  expect(await fresh.stands()).toEqual(["received", ["open"]]);
  const old = await aMirror();
  await old.bringIn(BACK_LONG_AGO);
  expect(await old.stands()).toEqual(["received", []]);
  const refunded = await aMirror();
  await refunded.bringIn({ ...BACK, ...REFUNDED });
  expect(await refunded.stands()).toEqual(["received", []]);
});

it("P-24 an import that told of a delivery, and of its refund, is taken back with what it began", async () => {
  const shop = await aMirror();
  await shop.bringIn({});
  const delivered = await shop.bringIn(BACK);
  expect(await shop.stands()).toEqual(["received", ["open"]]);
  // The report's own word is followed with it: no worker adds to it later.
  expect(await shop.arrivals()).toBe(0);
  expect(await shop.undo(delivered)).toMatchObject({ ok: true, value: { restored: 1 } });
  expect(await shop.stands()).toEqual(["awaiting_return", ["cancelled"]]);
  const both = await shop.bringIn({ ...BACK, ...REFUNDED });
  expect(await shop.stands()).toEqual(["received", ["cancelled"]]);
  expect(await shop.undo(both)).toMatchObject({ ok: true, value: { restored: 1 } });
  expect((await shop.stands())[0]).toBe("awaiting_return");
});

it("P-22 a later report of the refund ends the clock", async () => {
  const shop = await aMirror();
  await shop.bringIn(BACK);
  await shop.bringIn({ ...BACK, ...REFUNDED });
  expect(await shop.stands()).toEqual(["received", ["met"]]);
});
