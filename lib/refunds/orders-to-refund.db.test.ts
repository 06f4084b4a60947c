import { expect, it } from "vitest";
import { orders } from "@/db/schema";
import { aChannel, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { makeRefund } from "./make-refund";
import { listOrdersToRefund } from "./orders-to-refund";
import { drafted, EMPTY_DRAFT } from "./refund-draft";
import { aTill } from "./refund-testing";

const db = await testDb();

/** A shop with an order of 30.00 that nobody sent anything back of, and one of the same number in another channel. */
async function aShop() {
  const till = await aTill(db);
  const second = await aChannel(db, till.seller, { mode: "mirrored" });
  const anOrder = (channelId: string, paidMinor: number | null) =>
    till.read((tx) =>
      tx.insert(orders).values({
        ...{ sellerId: till.sellerId, id: newId(), channelId, number: "W-77", orderedOn: "2026-11-01" },
        ...{ currency: "USD", paidMinor, buyerName: "Mei" },
      }),
    );
  await anOrder(till.channelId, 3000);
  await anOrder(second, null);
  const found = (number: string) => till.read((tx) => listOrdersToRefund(tx, till.sellerId, number));
  return { till, found };
}

it("S2-13 a concession is given on any order, found by its number, and never more than was paid", async () => {
  const { till, found } = await aShop();
  const known = (await found("W-77")).find(({ offer }) => offer.order.paidMinor === 3000);
  if (!known) throw new Error("the order is not found");
  const give = (concession: string) => {
    const { input, quote } = drafted(known.offer, { ...EMPTY_DRAFT, concession });
    return { quote, made: () => makeRefund(till.ctx(), { ...input, key: newId() }) };
  };
  const first = give("12.50");
  expect(first.quote).toMatchObject({ amountMinor: 1250, problems: [] });
  expect(await first.made()).toMatchObject({ ok: true, value: { status: "pending", amountMinor: 1250 } });
  expect(await till.made()).toMatchObject([{ kind: "concession", returnId: null, amountMinor: 1250 }]);
  expect(await till.books()).toMatchObject({ cash: 3000, promised: -1250, isHeld: true });
  expect(await give("17.51").made()).toMatchObject({ ok: false, refusal: { code: "over_left", amount: "17.50" } });
  expect((await found("W-77")).map(({ offer }) => offer.suggestion.leftMinor)).toContain(1750);
});

it("S2-13 finds the orders of every channel that bear the number, and none of another shop", async () => {
  const { found } = await aShop();
  expect((await found("W-77")).map(({ offer }) => offer.suggestion.leftMinor).sort()).toEqual([3000, null]);
  expect(await found("W-7")).toEqual([]);
  const elsewhere = await aTill(db);
  expect(await elsewhere.read((tx) => listOrdersToRefund(tx, elsewhere.sellerId, "W-77"))).toEqual([]);
});
