import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { testDb } from "@/db/testing";
import { NotYet } from "@/lib/platform/queue/work";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { AUTHORIZE, aBuyer } from "./buyer-testing";
import { fetchLabel } from "./fetch-label";
import { sayTracking } from "./say-tracking";

const UPS = "1Z5R89390357567127";
const OTHER = "1Z879E930346834440";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const aShop = (...options: Parameters<typeof aBuyer> extends [Db, ...infer Rest] ? Rest : never) =>
  aBuyer(db, ...options);

describe("the label", () => {
  it("S0-22 is taken by the buyer once, whoever asks at once, and stays theirs to open", async () => {
    const shop = await aShop();
    await shop.act(AUTHORIZE);
    const taken = await Promise.all([
      fetchLabel(shop.buyer, { returnId: shop.id }),
      fetchLabel(shop.buyer, { returnId: shop.id }),
    ]);
    expect(taken).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect((await shop.history()).filter(({ kind }) => kind === "fetch_label")).toEqual([
      { kind: "fetch_label", actor: "buyer" },
    ]);
    expect((await shop.standing()).found.labelFetchedAt).not.toBeNull();
    // S4-07: what the buyer did is not the seller's to take back.
    expect((await shop.act({ move: "undo" })).refused).toMatchObject([{ refusal: { code: "nothing_to_undo" } }]);
  });

  it("is not there before the return is authorized, after it ended, or in another shop", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const refused = { ok: false, refusal: { code: "not_found" } };
    expect(await fetchLabel(shop.buyer, { returnId: shop.id })).toEqual(refused);
    await other.act(AUTHORIZE);
    expect(await fetchLabel(shop.buyer, { returnId: other.id })).toEqual(refused);
    await other.act({ move: "withdraw", isOnBuyersWord: true });
    expect(await fetchLabel(other.buyer, { returnId: other.id })).toEqual(refused);
  });

  it("S0-21 S0-23 P-15 counts 5 days to take it and 15 from then, and the return lapses where either passes", async () => {
    const now = new Date("2026-11-02T10:00:00Z");
    const shop = await aShop({ programme: "free_return", timeZone: "UTC" }, { now });
    await shop.act(AUTHORIZE, now);
    const [first] = await shop.clocks();
    expect(first).toMatchObject({ kind: "fetch_label", state: "open", dueAt: new Date("2026-11-07T10:00:00Z") });
    expect(await shop.standing(now)).toMatchObject({
      code: "fetch",
      turn: "buyer",
      due: first?.dueAt,
      otherwise: { what: "lapse", at: first?.dueAt },
    });
    const { sellerId } = shop;
    const fetching = { deadlineId: String(first?.id) };
    const early = fireDeadline({ db, sellerId, now: new Date("2026-11-07T09:59:59Z") }, fetching);
    await expect(early).rejects.toThrow(NotYet);
    expect((await shop.standing(now)).found.status).toBe("awaiting_return");
    await shop.act({ move: "fetch_label" }, new Date("2026-11-05T12:00:00Z"));
    const [, second] = await shop.clocks();
    expect(await shop.clocks()).toMatchObject([
      { kind: "fetch_label", state: "met" },
      { kind: "send_back", state: "open", dueAt: new Date("2026-11-20T12:00:00Z") },
    ]);
    expect(await shop.standing(new Date("2026-11-06T00:00:00Z"))).toMatchObject({ code: "send", due: second?.dueAt });
    await fireDeadline({ db, sellerId, now: new Date("2026-11-08T00:00:00Z") }, fetching);
    expect((await shop.standing(now)).found.status).toBe("awaiting_return");
    await fireDeadline({ db, sellerId, now: second?.dueAt ?? now }, { deadlineId: String(second?.id) });
    expect((await shop.standing(now)).found.status).toBe("lapsed");
  });

  it("P-15 lapses where nobody took it within 5 days", async () => {
    const now = new Date("2026-11-02T10:00:00Z");
    const shop = await aShop({ programme: "free_return", timeZone: "UTC" }, { now });
    await shop.act(AUTHORIZE, now);
    const [first] = await shop.clocks();
    await fireDeadline({ db, sellerId: shop.sellerId, now: first?.dueAt ?? now }, { deadlineId: String(first?.id) });
    expect((await shop.standing(now)).found.status).toBe("lapsed");
    expect(await shop.clocks()).toMatchObject([{ kind: "fetch_label", state: "fired" }]);
  });

  it("P-03 is taken back where a person recorded it by mistake, and the first clock runs again", async () => {
    const shop = await aShop({ programme: "free_return", undoSeconds: 3600 });
    await shop.act(AUTHORIZE);
    const [first] = await shop.clocks();
    await shop.act({ move: "fetch_label" });
    expect((await shop.act({ move: "fetch_label" })).refused).toMatchObject([{ refusal: { code: "label_fetched" } }]);
    expect((await shop.act({ move: "undo" })).moved).toEqual([shop.id]);
    expect(await shop.clocks()).toMatchObject([
      { kind: "fetch_label", state: "open", dueAt: first?.dueAt },
      { kind: "send_back", state: "cancelled" },
    ]);
    expect((await shop.standing()).found.labelFetchedAt).toBeNull();
  });
});

describe("the tracking number", () => {
  const say = (shop: Awaited<ReturnType<typeof aBuyer>>, tracking: string, isSure = false) =>
    sayTracking(shop.buyer, { returnId: shop.id, tracking, carrier: "UPS", isSure });

  it("is checked, corrected by the buyer, and kept as the buyer's", async () => {
    const shop = await aShop();
    await shop.act(AUTHORIZE);
    expect(await say(shop, "1Z5R89390357567128")).toMatchObject({
      refusal: { code: "tracking_wrong", why: "check_digit" },
    });
    expect(await say(shop, UPS)).toMatchObject({ ok: true });
    expect(await shop.standing()).toMatchObject({ code: "announced", turn: "carrier" });
    expect(await say(shop, OTHER)).toMatchObject({ ok: true });
    const { found } = await shop.standing();
    expect(found.parcels).toMatchObject([{ tracking: OTHER, carrier: "UPS", isFromBuyer: true }]);
    expect((await shop.history()).slice(-2)).toEqual([
      { kind: "parcel_announced", actor: "buyer" },
      { kind: "parcel_corrected", actor: "buyer" },
    ]);
  });

  it("leaves alone what the shop announced, and what is another shop's", async () => {
    const [shop, other] = [await aShop({ hasPrepaid: true }), await aShop()];
    await shop.act({ ...AUTHORIZE, label: { kind: "prepaid", tracking: UPS, carrier: "UPS" } });
    expect(await say(shop, OTHER)).toMatchObject({ ok: true });
    const { found } = await shop.standing();
    expect(found.parcels.map(({ tracking }) => tracking).sort()).toEqual([UPS, OTHER].sort());
    await other.act(AUTHORIZE);
    const foreign = { returnId: other.id, tracking: UPS, carrier: "", isSure: false };
    expect(await sayTracking(shop.buyer, foreign)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});
