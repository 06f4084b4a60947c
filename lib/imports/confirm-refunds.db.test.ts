import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events, ledger, refunds } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { makeRefund } from "@/lib/refunds/make-refund";
import { aShop } from "./testdata/a-shop";
import { NOW as now } from "./testdata/made-up-file";

const db = await testDb();

/** A return on Amazon of an order for 21.38, of which this much is to be given back there. */
async function toRefund(...amounts: string[]) {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored", plan: "professional" }));
  await shop.runRows({});
  const { id: returnId, orderId } = await shop.onlyReturn();
  const ctx = { db, sellerId: shop.sellerId, actor: shop.actor, now };
  const rest = { units: [], shipping: null, deductsLabel: null, faults: {}, faultNote: "", note: "" };
  for (const concession of amounts) {
    const amountMinor = Number(concession.replace(".", ""));
    const input = { key: newId(), orderId, returnId, concession, paid: "21.38", confirmsReported: false, amountMinor };
    const made = await makeRefund(ctx, { ...input, ...rest });
    if (!made.ok) throw new Error(made.refusal.code);
  }
  const states = async () => {
    const rows = await withSeller(db, shop.sellerId, (tx) => tx.select().from(refunds).orderBy(refunds.id));
    return rows.map(({ state }) => state);
  };
  return { shop, states };
}

it("P-22 a report that tells of a refund ticks it, once, with the import as its author and the books balanced", async () => {
  const { shop, states } = await toRefund("5.00", "3.00");
  expect(await states()).toEqual(["pending", "pending"]);
  await shop.runRows({ "Refunded Amount": "5.00" });
  expect(await states()).toEqual(["succeeded", "pending"]);
  await shop.runRows({ "Refunded Amount": "5.00" });
  await shop.runRows({ "Refunded Amount": "8.00" });
  expect(await states()).toEqual(["succeeded", "succeeded"]);
  const told = await withSeller(db, shop.sellerId, (tx) => tx.select().from(events).where(eq(events.kind, "succeed")));
  expect(told.map(({ actorKind, toStatus }) => [actorKind, toStatus])).toEqual([
    ["product", "succeeded"],
    ["product", "succeeded"],
  ]);
  const entries = await withSeller(db, shop.sellerId, (tx) => tx.select().from(ledger));
  expect(entries.filter(({ cause }) => cause === "refunded").map(({ amountMinor }) => amountMinor)).toEqual([500, 300]);
});

it("P-22 a report that tells of another sum ticks nothing: a person says whose refund that was", async () => {
  const { shop, states } = await toRefund("5.00");
  await shop.runRows({ "Refunded Amount": "21.38" });
  expect(await states()).toEqual(["pending"]);
});
