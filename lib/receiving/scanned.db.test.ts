import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { parcels, returns, unidentifiedParcels } from "@/db/schema";
import { testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { parcelIdOf } from "@/lib/parcels/announcements";
import { recordScans } from "@/lib/parcels/record-scans";
import { aBench, OTHER, UPS } from "./receiving-testing";
import { matchParcel, parkParcel } from "./unidentified";

const db = await testDb();
const aShop = () => aBench(db);

describe("a scan at the bench", () => {
  it("S1-10 finds a return by its RMA, its order, its number and its parcel, however the scanner writes it", async () => {
    const shop = await aShop();
    const [one, two] = [await shop.anAwaited(), await shop.anAwaited()];
    for (const id of [one, two])
      await announceParcel(shop.ctx(), { returnId: id, tracking: UPS, carrier: "UPS", isSure: false });
    const [row] = await shop.read((tx) => tx.select().from(returns).where(eq(returns.id, one)));
    for (const text of [row?.rma ?? "", `r-${row?.number}`, ` ｒ－${row?.number}\u200b`]) {
      const { returns: found } = await shop.scanned(text);
      expect(found.map(({ id }) => id)).toEqual([one]);
      expect(found[0]).toMatchObject({ isReceivable: true, lines: [{ quantity: 1 }] });
    }
    const both = await shop.scanned("1z 5r89 3903 5756 7127");
    expect(both.returns.map(({ id }) => id).sort()).toEqual([one, two].sort());
    expect(both.tracking).toBe(UPS);
    expect(await shop.scanned("nothing of ours")).toEqual({ returns: [], orders: [], tracking: null });
    expect((await (await aShop()).scanned(UPS)).returns).toEqual([]);
  });

  it("finds a USPS number behind the ZIP that is printed before it", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const usps = "9400111899223817428490";
    await announceParcel(shop.ctx(), { returnId: id, tracking: usps, carrier: "USPS", isSure: true });
    expect((await shop.scanned(`42089501${usps}`)).returns.map((found) => found.id)).toEqual([id]);
  });

  it("parks what nobody knows, once, and says later whose it was, once", async () => {
    const shop = await aShop();
    const parcel = { id: newId(), scanned: "LP00556677889CN", note: "brown box", photoIds: [] };
    await Promise.all([parkParcel(shop.ctx(), parcel), parkParcel(shop.ctx(), parcel)]);
    expect(await shop.read((tx) => tx.$count(unidentifiedParcels))).toBe(1);
    const id = await shop.anAwaited();
    const number = await shop.numberOf(id);
    const answers = await Promise.all([1, 2].map(() => matchParcel(shop.ctx(), { id: parcel.id, number })));
    expect(answers.map((answer) => (answer.ok ? "matched" : answer.refusal.code)).sort()).toEqual([
      "matched",
      "parcel_matched",
    ]);
    expect((await shop.history(id)).filter(({ kind }) => kind === "parcel_matched")).toHaveLength(1);
  });

  it("opens a parcel of two returns at two stations at once, each with what is of its return", async () => {
    const shop = await aShop();
    const pairs = await Promise.all([1, 2, 3, 4].map(() => Promise.all([shop.anAwaited(), shop.anAwaited()])));
    for (const pair of pairs) {
      for (const id of pair)
        await announceParcel(shop.ctx(), { returnId: id, tracking: UPS, carrier: "UPS", isSure: false });
      const answers = await Promise.all(pair.map((id) => shop.received(id, 1, UPS)));
      expect(answers.map(({ answer }) => answer.ok)).toEqual([true, true]);
    }
  });

  it("opens the parcel, whatever its carrier says afterwards", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await shop.received(id, 1, OTHER);
    const scan = { tracking: OTHER, at: new Date(), status: "delivered" };
    await recordScans({ ...shop.ctx(), channelId: shop.channelId }, { scans: [scan] });
    const [parcel] = await shop.read((tx) =>
      tx
        .select()
        .from(parcels)
        .where(eq(parcels.id, parcelIdOf(OTHER))),
    );
    expect(parcel?.status).toBe("checked_in");
  });
});
