import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orders, returnAddresses, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findDecisionOptions } from "./decision-options";
import { moveReturns } from "./move-returns";

const db = await testDb();
const now = new Date("2026-11-20T12:00:00Z");

/** A channel in US$ that sends what costs US$ 10 and more to another town, and a return of 2,138 minor units. */
async function aDearReturn(currency: string) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  const [home] = await inside((tx) => tx.select().from(returnAddresses));
  if (!home) throw new Error("no address");
  const far = { ...home, id: newId(), city: "Elsewhere" };
  await inside((tx) => tx.insert(returnAddresses).values(far));
  const rule = { name: "Dear", addressId: far.id, categories: [], reasons: [], minMinor: 1000, maxMinor: null };
  const operation = { ...defaultPolicy.operation, addressRules: [rule] };
  const channelId = await aChannel(db, seller, { operation });
  const { id } = await aReturn(db, seller, { channelId, amountMinor: 2138, now });
  await inside(async (tx) => {
    await tx.update(orders).set({ currency });
    await tx.update(returns).set({ currency });
  });
  const actor = { kind: "person" as const, id: seller.owner.id, name: seller.owner.name };
  return {
    options: () => findDecisionOptions({ db, sellerId, actor, now }, { returnId: id }),
    authorize: async () => {
      const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
      await moveReturns({ db, sellerId, actor, now }, { ids: [id], request });
      const rows = await inside((tx) =>
        tx.select({ address: returns.address }).from(returns).where(eq(returns.id, id)),
      );
      return rows[0]?.address?.city;
    },
  };
}

it("S1-14 a rule with a price chooses the address of what was paid in its currency", async () => {
  const one = await aDearReturn("USD");
  expect(await one.options()).toMatchObject({ ruledAddress: { rule: "Dear" }, unaskedRule: null });
  expect(await one.authorize()).toBe("Elsewhere");
});

it("S1-14 yen are compared with no price in US$, and the dialog names the rule and both currencies", async () => {
  const one = await aDearReturn("JPY");
  expect(await one.options()).toMatchObject({
    ruledAddress: null,
    unaskedRule: { rule: "Dear", paidIn: "JPY", rulesIn: "USD" },
  });
  expect(await one.authorize()).not.toBe("Elsewhere");
});
