import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { findInQueue, listReturns } from "./returns-list";
import { emptyFilter, type ReturnFilter, SORTS } from "./shared/filter";

const db = await testDb();
const now = new Date();
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

type Seller = Awaited<ReturnType<typeof aSeller>>;

async function aShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  return { seller, channelId };
}

describe("the queue that a return is opened from", () => {
  const placeOf = (seller: Seller, returnId: string, filter: ReturnFilter) =>
    findInQueue({ db, sellerId: seller.sellerId, now }, { returnId, filter });

  it.each(SORTS)("is walked in the order of the list, by %s, both ways", async (sort) => {
    const { seller, channelId } = await aShop();
    for (const hours of [-30, -5, -5, -1])
      await aReturn(db, seller, { channelId, requestedAt: at(hours), now: at(hours) });
    await aReturn(db, seller, { channelId, status: "lapsed" });
    const filter = { ...emptyFilter("authorization_required"), sort };
    const { rows } = await withSeller(db, seller.sellerId, (tx) =>
      listReturns(tx, seller.sellerId, filter, { now, per: 50 }),
    );
    const listed = rows.map(({ id }) => id);
    const places = await Promise.all(listed.map((id) => placeOf(seller, id, filter)));
    expect(places).toEqual(
      listed.map((_, index) => ({
        previous: listed[index - 1] ?? null,
        next: listed[index + 1] ?? null,
        total: 4,
        position: index + 1,
      })),
    );
  });

  it("goes on from a return that has left the list, and knows nothing of another seller's", async () => {
    const { seller, channelId } = await aShop();
    const first = await aReturn(db, seller, { channelId, requestedAt: at(-30), now: at(-30) });
    const second = await aReturn(db, seller, { channelId, requestedAt: at(-5), now: at(-5) });
    const filter = emptyFilter("authorization_required");
    await withSeller(db, seller.sellerId, (tx) =>
      tx.update(returns).set({ status: "awaiting_return" }).where(eq(returns.id, first.id)),
    );
    expect(await placeOf(seller, first.id, filter)).toMatchObject({ next: second.id, total: 1, position: null });
    const other = await aShop();
    expect(await placeOf(other.seller, second.id, filter)).toBeNull();
  });
});
