import { describe, expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, testDb } from "@/db/testing";
import { findJumps } from "./jumps";

const db = await testDb();

type Seller = Awaited<ReturnType<typeof aSeller>>;

const jumps = (seller: Seller, typed: string) =>
  withSeller(db, seller.sellerId, (tx) => findJumps(tx, seller.sellerId, typed));

async function aShop() {
  const seller = await aSeller(db);
  return { seller, channelId: await aChannel(db, seller) };
}

describe("what a pasted text leads to", () => {
  it("D36 names the return of a number first, before newer ones that only begin like it", async () => {
    const { seller, channelId } = await aShop();
    const meant = await aReturn(db, seller, { channelId, orderNumber: "114-77" });
    const longer = await aReturn(db, seller, { channelId, orderNumber: "114-771" });
    expect((await jumps(seller, "114-77")).map(({ id, isExact }) => ({ id, isExact }))).toEqual([
      { id: meant.id, isExact: true },
      { id: longer.id, isExact: false },
    ]);
    const [first] = await jumps(seller, ` r－${meant.number} `);
    expect(first).toMatchObject({ id: meant.id, isExact: true, orderNumber: "114-77", number: meant.number });
  });

  it("finds a buyer, which is no exact match of one return", async () => {
    const { seller, channelId } = await aShop();
    const { id } = await aReturn(db, seller, { channelId, buyerName: "Wei Zhang" });
    expect(await jumps(seller, "zhang")).toMatchObject([{ id, isExact: false }]);
  });

  it("is a handful at most, in one statement", async () => {
    const { seller, channelId } = await aShop();
    for (let count = 0; count < 8; count++) await aReturn(db, seller, { channelId, buyerName: "Ada Many" });
    expect(await jumps(seller, "ada")).toHaveLength(6);
    expect(await statementsOf(db, () => jumps(seller, "ada"))).toHaveLength(1);
  });

  it("is nothing without a text, and nothing of another seller", async () => {
    const { seller, channelId } = await aShop();
    await aReturn(db, seller, { channelId, orderNumber: "OWN-1" });
    expect(await jumps(seller, " ")).toEqual([]);
    const { seller: other } = await aShop();
    expect(await jumps(other, "OWN-1")).toEqual([]);
    expect(await jumps(seller, "OWN-1")).toHaveLength(1);
  });
});
