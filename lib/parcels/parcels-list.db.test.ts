import { describe, expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { aBench, OTHER, UPS } from "../receiving/receiving-testing";
import { announceParcel } from "./announce-parcel";
import { parcelIdOf } from "./announcements";
import { loseParcel } from "./lose-parcel";
import { PARCELS, type ParcelShow, parcelCounts, parcelPage, parcelsCsv } from "./parcels-list";
import { recordScans } from "./record-scans";

const db = await testDb();

async function aShop() {
  const shop = await aBench(db);
  const { sellerId, channelId, read } = shop;
  const announce = (returnId: string, tracking: string) =>
    announceParcel(shop.ctx(), { returnId, tracking, carrier: "UPS", isSure: true });
  const scan = (tracking: string, status: string, at = new Date()) =>
    recordScans({ ...shop.ctx(), channelId }, { scans: [{ tracking, at, status }] });
  const lose = (tracking: string) => loseParcel(shop.ctx(), { parcelId: parcelIdOf(tracking) });
  const page = (show: ParcelShow, now = new Date()) =>
    read((tx) => parcelPage(tx, { sellerId, now }, PARCELS.usual({ show })));
  const counts = () => read((tx) => parcelCounts(tx, { sellerId, now: new Date() }));
  const file = async (show: ParcelShow) => {
    let text = "";
    for await (const part of parcelsCsv({ db, sellerId, now: new Date() }, show)) text += part;
    return text;
  };
  return { ...shop, announce, scan, lose, page, counts, file };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("the list of parcels", () => {
  it("shows each one where it is with its age and its returns, and returns that nobody named a number of", async () => {
    const shop = await aShop();
    const [one, two, three] = [await shop.anAwaited(), await shop.anAwaited(), await shop.anAwaited()];
    await shop.announce(one, UPS);
    await shop.announce(two, UPS);
    await shop.scan(UPS, "delivered");
    expect(await shop.counts()).toEqual({ delivered: 1, no_tracking: 1, announced: 0, on_its_way: 0, lost: 0 });
    const { rows } = await shop.page("delivered", inDays(3));
    expect(rows).toMatchObject([{ tracking: UPS, carrier: "UPS", status: "delivered", ageDays: 3 }]);
    expect(rows[0]?.returns.map(({ id }) => id).sort()).toEqual([one, two].sort());
    expect((await shop.page("no_tracking", inDays(2))).rows).toMatchObject([
      { tracking: null, ageDays: 2, returns: [{ id: three }], dueAt: expect.any(Date) },
    ]);
    const [head = "", line = ""] = (await shop.file("delivered")).trim().split("\r\n");
    expect(head.replaceAll('"', "")).toMatch(/^.?tracking,carrier,status,returns,channel,since,age_days/);
    expect(line.replaceAll('"', "")).toContain(
      `${UPS},UPS,delivered,${await shop.numberOf(one)}; ${await shop.numberOf(two)}`,
    );
    await shop.received(one, 1, UPS);
    expect((await shop.counts()).delivered).toBe(0);
  });

  it("is one shop's alone, and shows no number that was corrected away", async () => {
    const shop = await aShop();
    const stranger = await aShop();
    await shop.announce(await shop.anAwaited(), UPS);
    expect(await stranger.counts()).toMatchObject({ announced: 0, no_tracking: 0 });
    expect((await stranger.page("announced")).rows).toEqual([]);
    expect(await stranger.lose(UPS)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect((await shop.counts()).announced).toBe(1);
  });
});

describe("a parcel that a person gives up", () => {
  it("is lost once, by whoever is first, and a scan or the bench brings it back", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited(2);
    await shop.announce(id, UPS);
    const answers = await Promise.all([shop.lose(UPS), shop.lose(UPS)]);
    expect(answers).toContainEqual({ ok: true, value: null });
    expect(answers).toContainEqual({ ok: false, refusal: { code: "parcel_over" } });
    expect((await shop.history(id)).filter(({ kind }) => kind === "lose")).toMatchObject([
      { toStatus: "lost", actorKind: "person" },
    ]);
    expect((await shop.counts()).lost).toBe(1);
    await shop.scan(UPS, "in transit");
    expect(await shop.counts()).toMatchObject({ lost: 0, on_its_way: 1 });
    await shop.lose(UPS);
    await shop.received(id, 1, UPS);
    expect((await shop.counts()).lost).toBe(0);
    expect(await shop.lose(UPS)).toEqual({ ok: false, refusal: { code: "parcel_over" } });
    expect(await shop.lose(OTHER)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });

  it("S1-21 stays given up while its carrier only tells again what was known, or what was before that", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await shop.announce(id, UPS);
    const seenAt = inDays(-9);
    await shop.scan(UPS, "in transit", seenAt);
    await shop.lose(UPS);
    expect(await shop.scan(UPS, "in transit", seenAt)).toEqual(["known"]);
    expect(await shop.scan(UPS, "picked up", inDays(-12))).toHaveLength(1);
    expect(await shop.counts()).toMatchObject({ lost: 1, on_its_way: 0 });
    await shop.scan(UPS, "delivered", inDays(-8));
    expect(await shop.counts()).toMatchObject({ lost: 0, delivered: 1 });
  });
});
