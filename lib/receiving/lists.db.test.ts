import { describe, expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { addHours } from "@/lib/kernel/calendar";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { checkIn } from "./check-in";
import { correctReceipt } from "./correct-receipt";
import { readBook } from "./find-scanned";
import { readBench } from "./read-bench";
import { aBench, OTHER, UPS } from "./receiving-testing";
import { UNIT_LIST, UNITS } from "./units";

const db = await testDb();
const aShop = () => aBench(db);
type Shop = Awaited<ReturnType<typeof aBench>>;

const book = (shop: Shop) => shop.read((tx) => readBook(tx, shop.sellerId, "person", new Date()));
const unitsOf = async (shop: Shop, show: "restock" | "hold" | "all") => {
  const view = UNITS.usual({ show });
  const { rows } = await shop.read((tx) => UNIT_LIST.page(tx, { ...shop.ctx() }, view));
  return rows.map(({ title, condition, isExtra }) => ({ title, condition, isExtra }));
};

describe("what a bench takes along for when nobody answers", () => {
  it("is what waits for goods, parcels under way first, under all it can be scanned by, without its buyer", async () => {
    const shop = await aShop();
    const [waiting, travelling, done] = [await shop.anAwaited(2), await shop.anAwaited(), await shop.anAwaited()];
    await announceParcel(shop.ctx(), { returnId: travelling, tracking: UPS, carrier: "UPS", isSure: true });
    await shop.received(waiting, 1);
    await shop.received(done, 1);
    const entries = await book(shop);
    expect(entries.map(({ id }) => id)).not.toContain(done);
    const [first] = entries;
    expect(first).toMatchObject({ id: travelling, isReceivable: true, buyerName: null, comment: null });
    expect(first?.keys).toEqual(expect.arrayContaining([UPS, await shop.numberOf(travelling)]));
    expect(first?.trackings).toEqual([UPS]);
    expect(await book(await aShop())).toEqual([]);
  });
});

describe("what is expected beside the bench", () => {
  it("stands by where it is, the day since then and the address, the oldest first", async () => {
    const shop = await aShop();
    const [one, two] = [await shop.anAwaited(), await shop.anAwaited()];
    const [yesterday, now] = [addHours(new Date(), -30), new Date()];
    await announceParcel(shop.ctx(yesterday), { returnId: one, tracking: UPS, carrier: "UPS", isSure: true });
    await announceParcel(shop.ctx(now), { returnId: two, tracking: OTHER, carrier: "UPS", isSure: true });
    const scan = (tracking: string, at: Date, status: string) =>
      recordScans({ ...shop.ctx(at), channelId: shop.channelId }, { scans: [{ tracking, at, status }] });
    await scan(OTHER, now, "in transit");
    await scan(UPS, yesterday, "in transit");
    const expected = async () => (await shop.read((tx) => readBench(tx, shop.sellerId, now))).expectedParcels;
    expect((await expected()).map(({ returnId, status }) => [returnId, status])).toEqual([
      [one, "on_its_way"],
      [two, "on_its_way"],
    ]);
    await scan(OTHER, now, "delivered");
    expect((await expected()).map(({ returnId, status }) => [returnId, status])).toEqual([
      [two, "delivered"],
      [one, "on_its_way"],
    ]);
    const [first] = await expected();
    expect(first?.to).toBeTruthy();
  });
});

describe("the list of received units", () => {
  it("P-11 shows each unit where it goes and on its return, extra items by their own name, and none that was taken back", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    const lineId = await shop.lineOf(id);
    const shelf = shop.unit(lineId);
    const broken = shop.unit(lineId, { condition: "damaged", disposition: "hold" });
    const extra = shop.unit(null, { title: "a spoon", condition: "not_ours", disposition: "hold" });
    const difference = { reason: "by_the_buyer", note: null } as const;
    await checkIn(shop.ctx(), { returnId: id, tracking: null, units: [shelf, broken, extra], difference });
    expect(await unitsOf(shop, "restock")).toEqual([{ title: "Test item", condition: "new", isExtra: false }]);
    expect(await unitsOf(shop, "hold")).toHaveLength(2);
    expect(await unitsOf(shop, "all")).toContainEqual({ title: "a spoon", condition: "not_ours", isExtra: true });
    const onPage = async () => {
      const detail = await shop.read((tx) => findReturnDetail(tx, shop.sellerId, id));
      return detail?.units.map((unit) => [unit.lineId, unit.title, unit.condition, unit.disposition]);
    };
    const rest = [
      [lineId, null, "damaged", "hold"],
      [null, "a spoon", "not_ours", "hold"],
    ];
    expect((await onPage())?.toSorted()).toEqual([[lineId, null, "new", "restock"], ...rest].toSorted());
    const change = { unitId: shelf.id, condition: shelf.condition, disposition: shelf.disposition, isTakenBack: true };
    await correctReceipt(shop.ctx(), { returnId: id, changes: [change], note: null });
    expect(await unitsOf(shop, "restock")).toEqual([]);
    expect((await onPage())?.toSorted()).toEqual(rest.toSorted());
    expect(await unitsOf(await aShop(), "all")).toEqual([]);
  });
});
