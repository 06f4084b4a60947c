import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { actorOf, bulkOn, FRESH, LATER, picked } from "./bulk-testing";
import { closeMany } from "./decide-many";
import { preflight } from "./preflight";

const CLOSE = { move: "close", reason: "other", comments: { en: "No.", "zh-CN": "不行。" } } as const;

let db: Db;
let bulk: ReturnType<typeof bulkOn>;
beforeAll(async () => {
  db = await testDb();
  bulk = bulkOn(db);
});

describe("close requests together", () => {
  test("S2-02 prepaid-eligible requests are left open with the reason, the others are closed", async () => {
    const seller = await aSeller(db);
    const prepaid = await aChannel(db, seller, { hasPrepaid: true });
    const plain = await aChannel(db, seller);
    const [kept] = await bulk.someReturns(seller, prepaid, 1);
    const [closed] = await bulk.someReturns(seller, plain, 1);
    const bulkAct = await bulk.outcomeOf(
      seller,
      await bulk.run(seller, { selection: picked([kept ?? "", closed ?? ""]), request: CLOSE }),
    );
    expect(bulkAct).toMatchObject({ moved: 1, refused: 1 });
    expect(bulkAct.refusals).toEqual([{ id: kept, code: "prepaid_eligible" }]);
  });

  test("S2-06 each buyer is told in their own language, with their own order", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const reader = await aReturn(db, seller, { channelId, ...FRESH, buyerName: "Li Na" });
    const other = await aReturn(db, seller, { channelId, ...FRESH });
    await withSeller(db, seller.sellerId, (tx) =>
      tx.update(orders).set({ buyerLocale: "zh-CN" }).where(eq(orders.id, reader.orderId)),
    );
    const comments = { en: "{buyerName}: {orderNumber}", "zh-CN": "{buyerName}，{orderNumber}" };
    await bulk.run(seller, {
      selection: picked([reader.id, other.id]),
      request: { ...CLOSE, reason: "other", comments },
    });
    const told = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, comment: returns.closeComment }).from(returns),
    );
    expect(new Map(told.map(({ id, comment }) => [id, comment]))).toEqual(
      new Map([
        [reader.id, `Li Na，O-${reader.orderId}`],
        [other.id, `customer: O-${other.orderId}`],
      ]),
    );
  });

  test("S2-06 S2-07 a comment is asked for and told in each language that the buyers read, of any language", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const reads = async (buyerLocale: string | null) =>
      (await aReturn(db, seller, { channelId, ...FRESH, ...(buyerLocale ? { buyerLocale } : {}) })).id;
    const [austrian, german, pole, unknown] = [
      await reads("de-AT"),
      await reads("de"),
      await reads("pl"),
      await reads(null),
    ];
    const selection = picked([austrian, german, pole, unknown]);
    const who = { db, sellerId: seller.sellerId, actor: actorOf(seller), now: LATER };

    const seen = await preflight(who, { selection, request: { move: "close" } });
    expect(seen.ok && seen.value.languages).toEqual([
      { language: "de", count: 2 },
      { language: "en", count: 1 },
      { language: "pl", count: 1 },
    ]);

    const form = { key: newId(), selection, reason: "other", note: "", languages: ["de", "en", "pl"] };
    const refused = await closeMany(who, { ...form, comments: { en: "{buyerName}: no", de: "" } });
    const fields = { "comments.de": ["required"], "comments.pl": ["required"] };
    expect(refused).toEqual({ ok: false, refusal: { code: "invalid", fields } });

    const comments = { en: "{buyerName}: no", de: "{buyerName}: nein" };
    expect(await closeMany(who, { ...form, languages: ["de", "en"], comments })).toMatchObject({ ok: true });
    const told = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, comment: returns.closeComment }).from(returns),
    );
    expect(new Map(told.map(({ id, comment }) => [id, comment]))).toEqual(
      new Map([
        [austrian, "Kunde: nein"],
        [german, "Kunde: nein"],
        [pole, "customer: no"],
        [unknown, "customer: no"],
      ]),
    );
  });
});
