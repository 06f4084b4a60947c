import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bulkItems, orders, returnLines } from "@/db/schema";
import { aSeller, asOwner, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { makeRefund } from "@/lib/refunds/make-refund";
import { aTill } from "@/lib/refunds/refund-testing";
import { preflightRefunds } from "./refund-preflight";
import { refundMany } from "./refunds-in-bulk";
import { retryBulkAct } from "./returns-in-bulk";

const db = await testDb();
type Till = Awaited<ReturnType<typeof aTill>>;
const picked = (ids: string[]) => ({ mode: "ids" as const, ids });

async function several(till: Till, count: number) {
  const items: Awaited<ReturnType<Till["aReceived"]>>[] = [];
  for (let made = 0; made < count; made++) items.push(await till.aReceived());
  return { items, ids: items.map(({ returnId }) => returnId) };
}
async function foreseen(till: Till, ids: string[]) {
  const plan = await preflightRefunds(till.ctx(), { selection: picked(ids) });
  if (!plan.ok) throw new Error(plan.refusal.code);
  return plan.value;
}
const askedOf = (
  plan: Awaited<ReturnType<typeof foreseen>>,
  ids: string[],
  rest: { key?: string; intent?: string } = {},
) => ({
  ...{ key: newId(), intent: newId(), selection: picked(ids), amounts: plan.amounts },
  ...{ channelId: plan.of?.channelId ?? "", currency: plan.of?.currency ?? "", ...rest },
});
const outcomes = async (till: Till) => {
  const rows = await till.read((tx) => tx.select().from(bulkItems).orderBy(bulkItems.position));
  return rows.map(({ subjectId, outcome, refusal }) => [subjectId, refusal?.code ?? outcome]);
};

describe("refunds of many at once", () => {
  it("S4-13 M02 M11 P-06 P-22 are made of equal cases for what was read, and the others are named with why", async () => {
    const till = await aTill(db);
    const { ids } = await several(till, 3);
    const used = await till.aReceived(1, "used");
    const unpaid = await till.aReceived(1, "new", null);
    const told = await till.aReceived();
    await till.read((tx) =>
      tx.update(returnLines).set({ reportedRefundedMinor: 500 }).where(eq(returnLines.id, told.lineId)),
    );
    const awaited = await till.anAwaited();
    const orderId = await till.orderOf(awaited);
    await till.read((tx) => tx.update(orders).set({ paidMinor: 4290 }).where(eq(orders.id, orderId)));
    const all = [...ids, used.returnId, unpaid.returnId, told.returnId, awaited];
    const plan = await foreseen(till, all);
    expect(plan.ready).toMatchObject({ count: 3, amountMinor: 12_870 });
    expect(Object.keys(plan.amounts).toSorted()).toEqual(ids.toSorted());
    const why = new Map(plan.decide.items.map(({ id, refusal }) => [id, refusal.code]));
    const expected = [
      [used.returnId, "unit_photo_missing"],
      [unpaid.returnId, "paid_unknown"],
      [told.returnId, "reported_refund"],
      [awaited, "nothing_to_refund"],
    ] as const;
    for (const [id, code] of expected) expect(why.get(id), code).toBe(code);
    expect(await till.made()).toEqual([]);
    expect(await refundMany(till.ctx(), askedOf(plan, all))).toMatchObject({ ok: true, value: { total: 7 } });
    expect(new Map((await outcomes(till)) as [string, string][])).toEqual(
      new Map<string, string>([...ids.map((id): [string, string] => [id, "moved"]), ...expected]),
    );
    expect(
      (await till.made()).map(({ returnId, state, amountMinor }) => [returnId, state, amountMinor]).toSorted(),
    ).toEqual(ids.map((id) => [id, "pending", 4290]).toSorted());
    expect(await till.books()).toMatchObject({ promised: -12_870, isHeld: true });
    const [first] = ids;
    const made = (await till.history(first ?? "")).filter(({ subjectKind }) => subjectKind === "refund");
    expect(made).toMatchObject([{ kind: "make", actorName: "Olive Owner" }]);
  });

  it("M04 M05 give each return one refund of one intent, told at once, again, and tried again", async () => {
    const till = await aTill(db);
    const { ids } = await several(till, 3);
    const plan = await foreseen(till, ids);
    const asked = askedOf(plan, ids);
    await Promise.all([asked, asked, { ...asked, key: newId() }].map((one) => refundMany(till.ctx(), one)));
    expect(await till.made()).toHaveLength(3);
    // Another intent finds nothing left.
    await refundMany(till.ctx(), askedOf(plan, ids));
    expect(await till.made()).toHaveLength(3);
    expect(await till.books()).toMatchObject({ promised: -12_870, isHeld: true });
  });

  it("M16 leave out what came to something else meanwhile, and what nobody has read", async () => {
    const till = await aTill(db);
    const { ids, items } = await several(till, 3);
    const plan = await foreseen(till, ids.slice(0, 2));
    const [first, second] = items;
    if (!first || !second) throw new Error("nothing was received");
    await makeRefund(till.ctx(), till.asked(first, 4290));
    await refundMany(till.ctx(), askedOf(plan, ids));
    const [, , third] = ids;
    expect(await outcomes(till)).toEqual([
      [first.returnId, "nothing_to_refund"],
      [second.returnId, "moved"],
      [third, "refund_changed"],
    ]);
  });

  it("M03 give of two at once, one by one person for all and one for a single one, no more than was paid", async () => {
    const till = await aTill(db);
    const { ids, items } = await several(till, 5);
    const plan = await foreseen(till, ids);
    const single = items.map((item) => makeRefund(till.ctx(), till.asked(item, 4290)));
    await Promise.all([
      refundMany(till.ctx(), askedOf(plan, ids)),
      refundMany(till.ctx(), askedOf(plan, ids)),
      ...single,
    ]);
    expect((await till.made()).map(({ returnId }) => returnId).toSorted()).toEqual(ids.toSorted());
    expect((await till.paid()).every(({ refundedMinor }) => refundedMinor === 4290)).toBe(true);
    expect(await till.books()).toMatchObject({ promised: -21_450, isHeld: true });
  });

  it("M17 stay within what one person may give in an act and in a day, and ask no second person", async () => {
    const till = await aTill(db);
    const { ids } = await several(till, 3);
    await till.limit({}, { USD: 9000 });
    const plan = await foreseen(till, ids);
    expect(plan.ready.count).toBe(2);
    expect(plan.decide.items).toMatchObject([{ refusal: { code: "over_refund_day", amount: "128.70" } }]);
    await till.limit({ USD: 5000 });
    const above = await foreseen(till, ids);
    expect(above.overSum).toMatchObject({ code: "over_refund_sum", amount: "128.70", limit: "50.00" });
    expect(await refundMany(till.ctx(), askedOf(above, ids))).toMatchObject({ refusal: { code: "over_refund_sum" } });
    await till.limit({}, { USD: 9000 });
    await refundMany(till.ctx(), askedOf(above, ids));
    expect((await till.made()).map(({ state }) => state)).toEqual(["pending", "pending"]);
  });

  it("are of one channel and currency", async () => {
    const till = await aTill(db);
    const { ids, items } = await several(till, 3);
    const [first] = items;
    await till.read((tx) =>
      tx
        .update(orders)
        .set({ currency: "EUR" })
        .where(eq(orders.id, first?.orderId ?? "")),
    );
    const plan = await foreseen(till, ids);
    expect(plan.of).toMatchObject({ currency: "USD" });
    expect(plan.decide.items).toMatchObject([{ id: first?.returnId, refusal: { code: "other_case" } }]);
    await refundMany(till.ctx(), askedOf({ ...plan, amounts: { ...plan.amounts, [ids[0] ?? ""]: 4290 } }, ids));
    expect((await outcomes(till)).map(([, code]) => code)).toEqual(["other_case", "moved", "moved"]);
  });

  it("can be tried again where they were not tried, as the same intent", async () => {
    const till = await aTill(db);
    const { ids } = await several(till, 2);
    const plan = await foreseen(till, ids);
    const done = await refundMany(till.ctx(), askedOf(plan, ids));
    if (!done.ok) throw new Error(done.refusal.code);
    const { bulkActId } = done.value;
    // As if the answer had been lost after the first was made.
    await till.read((tx) => tx.update(bulkItems).set({ outcome: "refused", refusal: { code: "not_done" } }));
    expect(await retryBulkAct(till.ctx(), { bulkActId, key: newId() })).toMatchObject({ ok: true });
    expect(await till.made()).toHaveLength(2);
    const again = (await outcomes(till)).slice(-2).map(([, code]) => code);
    expect(again).toContain("moved");
  });

  it("of another seller are not found", async () => {
    const till = await aTill(db);
    const { ids } = await several(till, 1);
    const plan = await foreseen(till, ids);
    const stranger = asOwner(db, await aSeller(db));
    expect(await preflightRefunds(stranger, { selection: picked(ids) })).toMatchObject({
      value: { ready: { count: 0 } },
    });
    expect(await refundMany(stranger, askedOf(plan, ids))).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await till.made()).toEqual([]);
  });
});
