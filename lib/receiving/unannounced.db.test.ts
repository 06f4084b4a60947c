import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orderLines, orders, outbox, receivedUnits, returns, unidentifiedParcels } from "@/db/schema";
import { aChannel, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { requestReturn } from "@/lib/returns/request-return";
import { correctReceipt } from "./correct-receipt";
import { aBench, UPS } from "./receiving-testing";
import { receiveUnannounced } from "./unannounced";
import { matchParcel, parkParcel } from "./unidentified";

const db = await testDb();
const notFound = { ok: false, refusal: { code: "not_found" } };

/** A shop with an order of three cups that nobody asked back, and its parcel aside at the bench. */
async function aShop({ deliveredOn = new Date().toISOString().slice(0, 10), mirrored = false } = {}) {
  const shop = await aBench(db);
  const { sellerId, seller } = shop;
  const channelId = mirrored ? await aChannel(db, seller, { mode: "mirrored" }) : shop.channelId;
  const [orderId, lineId, parkedId] = [newId(), newId(), newId()];
  const number = `SH-${orderId.slice(-8).toUpperCase()}`;
  await shop.read(async (tx) => {
    const of = { sellerId, id: orderId, channelId, number, orderedOn: deliveredOn, deliveredOn, currency: "USD" };
    await tx.insert(orders).values({ ...of, buyerName: "Ada" });
    const cup = { sellerId, id: lineId, orderId, title: "Cup", sku: "CUP-1", quantity: 3, amountMinor: 3000 };
    await tx.insert(orderLines).values(cup);
  });
  await parkParcel(shop.ctx(), { id: parkedId, scanned: UPS, note: null, photoIds: [] });
  const act = (count: number, rest: object = {}) => ({
    ...{ returnId: newId(), orderId, parkedId, tracking: UPS },
    units: Array.from({ length: count }, () => shop.unit(lineId)),
    ...rest,
  });
  const came = (count: number, rest: object = {}) => receiveUnannounced(shop.ctx(), act(count, rest));
  const made = () => shop.read((tx) => tx.select().from(returns));
  const aside = () => shop.read((tx) => tx.select().from(unidentifiedParcels));
  return { ...shop, ...{ orderId, lineId, parkedId, number, act, came, made, aside } };
}

const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal.code;

describe("a parcel that nobody announced", () => {
  it("P-11 makes a return of its order that stands at received, with what came of it and no word of a request", async () => {
    const shop = await aShop();
    expect(await shop.scanned(shop.number)).toMatchObject({ returns: [], orders: [{ lines: [{ left: 3 }] }] });
    const act = shop.act(2);
    expect(await receiveUnannounced(shop.ctx(), act)).toEqual({ ok: true, value: { units: 2 } });
    expect(await shop.made()).toMatchObject([
      { id: act.returnId, status: "received", source: "parcel", evaluation: { verdict: "in_policy" } },
    ]);
    expect(await shop.quantities(act.returnId)).toEqual([2, 2, 0]);
    expect((await shop.history(act.returnId)).map(({ kind }) => kind).sort()).toEqual(
      ["check_in", "parcel_matched", "receive", "requested"].sort(),
    );
    expect(await shop.aside()).toMatchObject([{ returnId: act.returnId, matchedBy: shop.seller.owner.name }]);
    expect(await shop.parcels()).toMatchObject([{ tracking: UPS, status: "checked_in" }]);
    expect((await shop.scanned(UPS)).returns.map(({ id }) => id)).toEqual([act.returnId]);
    // The buyer reads that the parcel came; nobody reads that a request came in.
    expect((await shop.read((tx) => tx.select().from(outbox))).map(({ kind }) => kind)).toEqual(["buyer.received"]);
    expect(await shop.scanned(shop.number)).toMatchObject({ orders: [{ lines: [{ left: 1 }] }] });
  });

  it("S1-02 is judged as any request: what comes after its days is out of policy, and is received all the same", async () => {
    const shop = await aShop({ deliveredOn: "2026-01-05" });
    expect(codeOf(await shop.came(1))).toBe("ok");
    expect(await shop.made()).toMatchObject([{ status: "received", evaluation: { verdict: "out_of_policy" } }]);
  });

  it("is one return, however often it is told and by however many at once", async () => {
    const shop = await aShop();
    const act = shop.act(3);
    const answers = await Promise.all([1, 2, 3].map(() => receiveUnannounced(shop.ctx(), act)));
    expect(answers.map((answer) => (answer.ok ? answer.value.units : answer.refusal.code)).sort()).toEqual([0, 0, 3]);
    expect(await shop.made()).toHaveLength(1);
    expect(await shop.quantities(act.returnId)).toEqual([3, 3, 0]);
  });

  it("P-11 is never more than was ordered and is not in another return, at two benches at once too", async () => {
    const shop = await aShop();
    const answers = await Promise.all([shop.came(2), shop.came(2, { parkedId: null })]);
    expect(answers.map(codeOf).sort()).toEqual(["more_than_ordered", "ok"]);
    expect(await shop.made()).toHaveLength(1);
    expect(await shop.read((tx) => tx.$count(receivedUnits))).toBe(2);
    const lines = [{ orderLineId: shop.lineId, quantity: 1, reason: "CR-UNWANTED_ITEM" }];
    await requestReturn(shop.ctx(), { orderId: shop.orderId, source: "portal", lines, buyerComment: null });
    const last = { ok: false, refusal: { code: "more_than_ordered", left: 0 } };
    expect(await shop.came(1, { parkedId: null })).toEqual(last);
  });

  it("is given up where it was of another order: its units are free, and the parcel stands aside again", async () => {
    const shop = await aShop();
    const act = shop.act(2);
    await receiveUnannounced(shop.ctx(), act);
    expect(codeOf(await shop.takeOut(act.returnId, act.units.slice(0, 1)))).toBe("ok");
    expect(await shop.statusOf(act.returnId)).toBe("received");
    expect(codeOf(await shop.takeOut(act.returnId, act.units.slice(1)))).toBe("ok");
    expect(await shop.statusOf(act.returnId)).toBe("withdrawn");
    expect(await shop.aside()).toMatchObject([{ returnId: null, matchedAt: null, matchedBy: null }]);
    expect((await shop.scanned(UPS)).returns).toEqual([]);
    expect(await shop.scanned(shop.number)).toMatchObject({ orders: [{ lines: [{ left: 3 }] }] });
    expect(codeOf(await shop.came(3))).toBe("ok");
  });

  it("writes nothing where it is refused: no picture, nothing of the order, another's parcel, a marketplace's own request", async () => {
    const shop = await aShop();
    const photo = [shop.unit(shop.lineId, { photoIds: [newId()] })];
    expect(codeOf(await shop.came(1, { units: photo }))).toBe("photo_missing");
    expect(codeOf(await shop.came(1, { units: [shop.unit(null, { title: "A mug" })] }))).toBe("none_of_order");
    expect(codeOf(await shop.came(1, { units: [shop.unit(newId())] }))).toBe("unknown_line");
    expect(codeOf(await shop.came(1, { orderId: newId() }))).toBe("unknown_order");
    const awaited = await shop.anAwaited();
    const number = await shop.numberOf(awaited);
    expect(await matchParcel(shop.ctx(), { id: shop.parkedId, number })).toEqual({
      ok: true,
      value: { isMatched: true },
    });
    expect(codeOf(await shop.came(1))).toBe("parcel_matched");
    expect((await shop.made()).filter(({ source }) => source === "parcel")).toEqual([]);
    const amazon = await aShop({ mirrored: true });
    expect(codeOf(await amazon.came(1))).toBe("mirrored_channel");
    expect((await amazon.scanned(amazon.number)).orders).toEqual([]);
  });

  it("is another shop's business alone", async () => {
    const [shop, stranger] = [await aShop(), await aShop()];
    expect(codeOf(await receiveUnannounced(stranger.ctx(), shop.act(1)))).toBe("unknown_order");
    expect(await shop.came(1, { parkedId: stranger.parkedId })).toEqual(notFound);
    expect((await stranger.scanned(shop.number)).orders).toEqual([]);
    expect(await shop.made()).toEqual([]);
    const act = shop.act(1);
    await receiveUnannounced(shop.ctx(), act);
    const changes = [
      { unitId: act.units[0]?.id ?? "", condition: "new", disposition: "hold", isTakenBack: true } as const,
    ];
    expect(await correctReceipt(stranger.ctx(), { returnId: act.returnId, changes, note: null })).toEqual(notFound);
  });
});

describe("a parcel that stood aside", () => {
  it("is named by its order: one that nobody asked back opens on the bench, one that is awaited is matched", async () => {
    const shop = await aShop();
    const match = (number: string) => matchParcel(shop.ctx(), { id: shop.parkedId, number });
    expect(await match(shop.number)).toEqual({ ok: true, value: { isMatched: false } });
    expect(await shop.aside()).toMatchObject([{ matchedAt: null }]);
    expect(await match("nothing of ours")).toEqual(notFound);
    const awaited = await shop.anAwaited();
    const [row] = await shop.read((tx) =>
      tx
        .select({ number: orders.number })
        .from(orders)
        .innerJoin(returns, eq(returns.orderId, orders.id))
        .where(eq(returns.id, awaited)),
    );
    expect(await match(row?.number ?? "")).toEqual({ ok: true, value: { isMatched: true } });
    // What stands on it opens its return from then on.
    expect((await shop.scanned(UPS)).returns.map(({ id }) => id)).toEqual([awaited]);
  });
});
