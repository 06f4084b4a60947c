import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orders, payments, returnLines } from "@/db/schema";
import { aSeller, asOwner, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { correctReceipt } from "@/lib/receiving/correct-receipt";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { makeRefund } from "./make-refund";
import { approveRefund, cancelRefund, declineRefund, failRefund, retryRefund, tickRefund } from "./move-refund";
import { PROMISED, PROMISED_LIST } from "./promised-refunds";
import { refundOffer } from "./refund-offer";
import { aTill } from "./refund-testing";

const db = await testDb();
const refusalOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? "done";

describe("a refund", () => {
  it("P-06 of what came back new gives its price, is on its way and promised in the books, and then made", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const answer = await makeRefund(till.ctx(), till.asked(item, 4290));
    expect(answer).toMatchObject({ ok: true, value: { status: "pending", amountMinor: 4290, currency: "USD" } });
    expect(await till.paid()).toMatchObject([{ amountMinor: 4889, refundedMinor: 4290, source: "file" }]);
    expect(await till.books()).toMatchObject({ cash: 4889, promised: -4290, isHeld: true, refunded: 0 });
    expect(await till.quantities(item.returnId)).toEqual([1, 1, 0]);
    const [refund] = await till.made();
    const tick = { refundId: refund?.id ?? "", reference: "AMZ-1" };
    expect(await tickRefund(till.ctx(), tick)).toEqual({ ok: true, value: null });
    expect(await till.books()).toMatchObject({ cash: 599, promised: 0, isHeld: true, refunded: 4290 });
    expect(await till.quantities(item.returnId)).toEqual([1, 1, 1]);
    expect(refusalOf(await tickRefund(till.ctx(), tick))).toBe("refund_moved");
    const kinds = (await till.history(item.returnId)).filter(({ subjectKind }) => subjectKind === "refund");
    expect(kinds.map(({ kind, toStatus }) => [kind, toStatus])).toEqual([
      ["make", "pending"],
      ["succeed", "succeeded"],
    ]);
  });

  it("P-06 keeps of what came back used at most what the terms say, and only with a picture", async () => {
    const till = await aTill(db);
    const item = await till.aReceived(1, "used");
    const used = (given: string | null) => [
      { returnLineId: item.lineId, condition: "used" as const, quantity: 1, given },
    ];
    const make = (given: string | null, amountMinor: number) =>
      makeRefund(till.ctx(), till.asked(item, amountMinor, { units: used(given) }));
    expect(refusalOf(await make(null, 2145))).toBe("unit_photo_missing");
    expect(refusalOf(await make("10", 1000))).toBe("kept_too_much");
    expect(refusalOf(await make("43", 4300))).toBe("over_price");
    expect(refusalOf(await make("abc", 1))).toBe("invalid");
    expect(await make("40.00", 4000)).toMatchObject({ ok: true, value: { amountMinor: 4000 } });
  });

  it("P-07 whose fault it was is overridden with a note, and then nothing is kept and the shipping goes back", async () => {
    const till = await aTill(db);
    const item = await till.aReceived(1, "used");
    const [line] = await till.read((tx) => tx.select().from(returnLines).where(eq(returnLines.id, item.lineId)));
    const rest = {
      units: [{ returnLineId: item.lineId, condition: "used" as const, quantity: 1, given: null }],
      faults: { [line?.orderLineId ?? ""]: "seller" as const },
    };
    expect(refusalOf(await makeRefund(till.ctx(), till.asked(item, 4889, rest)))).toBe("note_needed");
    const noted = till.asked(item, 4889, { ...rest, faultNote: "Broken when it was packed" });
    expect(await makeRefund(till.ctx(), noted)).toMatchObject({ ok: true, value: { amountMinor: 4889 } });
    const [after] = await till.read((tx) => tx.select().from(returnLines).where(eq(returnLines.id, item.lineId)));
    expect(after?.reason).toBe(line?.reason);
  });

  it("P-11 of what differs from what was asked back wants a reason, also after a correction, and keeps who said it", async () => {
    const till = await aTill(db);
    const { returnId, orderId, lineId } = await till.aReceived();
    const detail = () => till.read((tx) => findReturnDetail(tx, till.sellerId, returnId));
    const before = await detail();
    expect(before && refundOffer(before)?.differences).toEqual([]);
    const change = { unitId: before?.units[0]?.id ?? "", condition: "damaged" as const, disposition: "hold" as const };
    await correctReceipt(till.ctx(), { returnId, changes: [{ ...change, isTakenBack: false }], note: null });
    const corrected = await detail();
    expect(corrected && refundOffer(corrected)?.differences).toEqual(["other"]);
    const units = [{ returnLineId: lineId, condition: "damaged" as const, quantity: 1, given: "42.90" }];
    const make = (amountMinor: number, rest: object = {}) =>
      makeRefund(till.ctx(), till.asked({ returnId, orderId, lineId }, amountMinor, { units, ...rest }));
    expect(refusalOf(await make(4290))).toBe("difference_unexplained");
    const wrong = { difference: { reason: "not_sent" as const, note: null } };
    expect(refusalOf(await make(4290, wrong))).toBe("difference_unexplained");
    expect(await till.made()).toEqual([]);
    // Money that is no item's needs none of it.
    expect(await make(100, { units: [], concession: "1" })).toMatchObject({ ok: true });
    const said = { difference: { reason: "by_the_buyer" as const, note: null } };
    const half = [{ returnLineId: lineId, condition: "damaged" as const, quantity: 1, given: "41.00" }];
    expect(await make(4100, { ...said, units: half })).toMatchObject({ ok: true });
    expect((await detail())?.difference).toMatchObject({ reason: "by_the_buyer", by: "Olive Owner" });
  });

  it("S2-13 a concession is given beside the goods, or alone, of what is left", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const alone = till.asked(item, 500, { units: [], concession: "5" });
    expect(await makeRefund(till.ctx(), alone)).toMatchObject({ ok: true, value: { amountMinor: 500 } });
    const both = await makeRefund(till.ctx(), till.asked(item, 4390, { concession: "1" }));
    expect(both).toEqual({ ok: false, refusal: { code: "over_left", amount: "43.89", currency: "USD" } });
    expect(await makeRefund(till.ctx(), till.asked(item, 4290))).toMatchObject({ ok: true });
    const without = { ...till.asked(item, 99, { units: [], concession: "0.99" }), returnId: null };
    expect(await makeRefund(till.ctx(), without)).toMatchObject({ ok: true });
    expect((await till.made()).map(({ kind }) => kind)).toEqual(["concession", "return", "concession"]);
  });

  it("P-22 what the marketplace reports counts against what is left, and a further refund confirms it", async () => {
    const till = await aTill(db);
    const item = await till.aReceived(2);
    const report = (minor: number) =>
      till.read((tx) =>
        tx.update(returnLines).set({ reportedRefundedMinor: minor }).where(eq(returnLines.id, item.lineId)),
      );
    await report(1000);
    const half = (rest: object = {}) => makeRefund(till.ctx(), till.asked(item, 2145, rest));
    expect(await half()).toEqual({
      ok: false,
      refusal: { code: "reported_refund", amount: "10.00", currency: "USD" },
    });
    expect(await half({ confirmsReported: true })).toMatchObject({ ok: true });
    // The report now tells ours as well: it is not counted twice.
    await report(3145);
    expect(await half({ confirmsReported: true })).toEqual({
      ok: false,
      refusal: { code: "over_left", amount: "17.44", currency: "USD" },
    });
  });

  it("M02 is refused where nobody knows what was paid, until somebody types it, and keeps who did", async () => {
    const till = await aTill(db);
    const item = await till.aReceived(1, "new", null);
    expect(refusalOf(await makeRefund(till.ctx(), till.asked(item, 4290)))).toBe("paid_unknown");
    const typed = till.asked(item, 4290, { paid: "50,00" });
    expect(await makeRefund(till.ctx(), typed)).toMatchObject({ ok: true });
    expect(await till.paid()).toMatchObject([{ amountMinor: 5000, source: "person", typedBy: "Olive Owner" }]);
  });

  it("M16 is asked about again when it comes to something else than the person has read", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const answer = await makeRefund(till.ctx(), till.asked(item, 4000));
    expect(answer).toEqual({ ok: false, refusal: { code: "refund_changed", amount: "42.90", currency: "USD" } });
    expect(await till.made()).toEqual([]);
  });

  it("M11 gives back no unit twice, and none that did not come", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const make = (units: object) => makeRefund(till.ctx(), till.asked(item, 4290, units));
    const kept = [{ returnLineId: item.lineId, condition: null, quantity: 1, given: null }];
    expect(await make({ units: kept })).toMatchObject({ refusal: { code: "too_many_units", most: 0 } });
    expect(await make({})).toMatchObject({ ok: true });
    expect(await make({})).toMatchObject({ refusal: { code: "too_many_units", most: 0 } });
  });

  it("S4-09 waits for goods that no rule lets the buyer keep", async () => {
    const till = await aTill(db);
    const returnId = await till.anAwaited();
    const item = { returnId, orderId: await till.orderOf(returnId), lineId: await till.lineOf(returnId) };
    const units = [{ returnLineId: item.lineId, condition: null, quantity: 1, given: null }];
    expect(refusalOf(await makeRefund(till.ctx(), till.asked(item, 4290, { units })))).toBe("goods_awaited");
  });

  it("M17 above what its maker may give waits for a second person, and holds its amount meanwhile", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    await till.limit({ USD: 4000 });
    const answer = await makeRefund(till.ctx(), till.asked(item, 4290));
    expect(answer).toMatchObject({ ok: true, value: { status: "asked" } });
    const refundId = answer.ok ? answer.value.refundId : "";
    expect(await till.books()).toMatchObject({ promised: -4290, isHeld: true });
    await till.limit({});
    expect(refusalOf(await approveRefund(till.ctx(), { refundId }))).toBe("own_approval");
    const another = await till.another();
    expect(await approveRefund(another, { refundId })).toEqual({ ok: true, value: null });
    expect(await till.made()).toMatchObject([{ state: "pending", askedBy: "Olive Owner", approvedBy: "Mia Manager" }]);
    expect(refusalOf(await declineRefund(another, { refundId, note: "No" }))).toBe("refund_moved");
  });

  it("M17 that failed above its maker's limit needs its approval again when it is tried again, by a third one", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const made = await makeRefund(till.ctx(), till.asked(item, 4290));
    const refundId = made.ok ? made.value.refundId : "";
    await failRefund(till.ctx(), { refundId, failure: "Card closed" });
    await till.limit({ USD: 4000 });
    expect(await retryRefund(till.ctx(), { refundId })).toMatchObject({ ok: true });
    expect(await till.made()).toMatchObject([{ state: "asked", askedBy: "Olive Owner", failure: null }]);
    expect(await till.books()).toMatchObject({ promised: -4290, isHeld: true });
    await till.limit({});
    expect(refusalOf(await approveRefund(till.ctx(), { refundId }))).toBe("own_approval");
    const another = await till.another();
    expect(await declineRefund(another, { refundId, note: "Not again" })).toMatchObject({ ok: true });
    expect(await till.books()).toMatchObject({ promised: 0, isHeld: true });
    const { rows } = await till.read((tx) =>
      PROMISED_LIST.page(tx, { sellerId: till.sellerId, now: new Date() }, PROMISED.usual({ show: "ended" })),
    );
    expect(rows).toMatchObject([{ id: refundId, state: "declined" }]);
  });

  it("M08 that fails gives its amount free, and tried again takes it once more, if it is still there", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const answer = await makeRefund(till.ctx(), till.asked(item, 4290));
    const refundId = answer.ok ? answer.value.refundId : "";
    expect(await failRefund(till.ctx(), { refundId, failure: "Card closed" })).toMatchObject({ ok: true });
    expect(await till.books()).toMatchObject({ promised: 0, isHeld: true });
    expect(await retryRefund(till.ctx(), { refundId })).toMatchObject({ ok: true });
    expect(await tickRefund(till.ctx(), { refundId, reference: "" })).toMatchObject({ ok: true });
    expect(await failRefund(till.ctx(), { refundId, failure: "Came back" })).toMatchObject({ ok: true });
    expect(await till.books()).toMatchObject({ cash: 4889, promised: 0, refunded: 0 });
    const other = till.asked(item, 4889, { units: [], concession: "48.89" });
    expect(await makeRefund(till.ctx(), other)).toMatchObject({ ok: true });
    expect(refusalOf(await retryRefund(till.ctx(), { refundId }))).toBe("refund_spent");
    expect(await cancelRefund(till.ctx(), { refundId })).toMatchObject({ ok: true });
    expect(await till.paid()).toMatchObject([{ refundedMinor: 4889 }]);
  });

  it("M04 M05 one key is one refund, however often and at once it is told; with something else it is none", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const input = till.asked(item, 4290);
    const answers = await Promise.all(Array.from({ length: 10 }, () => makeRefund(till.ctx(), input)));
    expect(new Set(answers.map((one) => (one.ok ? one.value.refundId : refusalOf(one)))).size).toBe(1);
    expect(await till.made()).toHaveLength(1);
    expect(refusalOf(await makeRefund(till.ctx(), { ...input, note: "Other" }))).toBe("key_used");
  });

  it("M03 of two refunds of 60 percent at once one is made, for each of two hundred payments", async () => {
    const till = await aTill(db);
    const made = await till.aReceived(10);
    const orderIds = Array.from({ length: 200 }, () => newId());
    await till.read((tx) =>
      tx.execute(sql`insert into orders (seller_id, id, channel_id, number, ordered_on, paid_minor, currency)
        select seller_id, input.id, channel_id, input.id::text, ordered_on, 10000, currency
        from orders, jsonb_to_recordset(${JSON.stringify(orderIds.map((id) => ({ id })))}::jsonb) as input(id uuid)
        where orders.id = ${made.orderId}`),
    );
    const sixty = (orderId: string) => {
      const input = till.asked({ ...made, orderId }, 6000, { units: [], concession: "60" });
      return makeRefund(till.ctx(), { ...input, returnId: null });
    };
    const answers = await Promise.all(orderIds.flatMap((id) => [sixty(id), sixty(id)]));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(200);
    expect(new Set(answers.flatMap((one) => (one.ok ? [] : [refusalOf(one)])))).toEqual(new Set(["over_left"]));
    const rows = await till.paid();
    expect(rows.filter(({ refundedMinor }) => refundedMinor === 6000)).toHaveLength(200);
    expect(await till.books()).toMatchObject({ promised: -1_200_000, isHeld: true });
  });

  it("M01 not even its own role takes more off a payment than was paid, or writes the books anew", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    await makeRefund(till.ctx(), till.asked(item, 4290));
    await expect(till.read((tx) => tx.update(payments).set({ refundedMinor: 4890 }))).rejects.toThrow();
    await expect(till.read((tx) => tx.execute(sql`update ledger set amount_minor = 1`))).rejects.toThrow();
    await expect(till.read((tx) => tx.execute(sql`delete from ledger`))).rejects.toThrow();
  });

  it("of another seller is not found, and neither is their order", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    const answer = await makeRefund(till.ctx(), till.asked(item, 4290));
    const refundId = answer.ok ? answer.value.refundId : "";
    const stranger = asOwner(db, await aSeller(db));
    expect(refusalOf(await makeRefund(stranger, till.asked(item, 4290)))).toBe("not_found");
    expect(refusalOf(await tickRefund(stranger, { refundId, reference: "" }))).toBe("not_found");
    const other = await till.aReceived();
    const mixed = { ...till.asked(item, 4290), orderId: other.orderId };
    expect(refusalOf(await makeRefund(till.ctx(), mixed))).toBe("not_found");
  });

  it("takes over what a later file says was paid, and never less than went back", async () => {
    const till = await aTill(db);
    const item = await till.aReceived();
    await makeRefund(till.ctx(), till.asked(item, 4290));
    const say = (paidMinor: number) =>
      till.read((tx) => tx.update(orders).set({ paidMinor }).where(eq(orders.id, item.orderId)));
    await say(6000);
    const more = till.asked(item, 1710, { units: [], concession: "17.10" });
    expect(await makeRefund(till.ctx(), more)).toMatchObject({ ok: true });
    await say(100);
    const again = till.asked(item, 1, { units: [], concession: "0.01" });
    expect(await makeRefund(till.ctx(), again)).toMatchObject({ refusal: { code: "over_left", amount: "0.00" } });
    expect(await till.books()).toMatchObject({ cash: 6000, sales: 0, isHeld: true });
    const detail = await till.read((tx) => findReturnDetail(tx, till.sellerId, item.returnId));
    expect(detail?.refunds).toHaveLength(2);
  });
});
