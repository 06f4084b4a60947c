import { expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { closeReturn } from "@/lib/returns/decide-return";
import { moveReturns } from "@/lib/returns/move-returns";
import { findReturnDetail, listReturnEvents } from "@/lib/returns/return-detail";
import { PROMISED, PROMISED_LIST } from "./promised-refunds";
import { settleRefund } from "./settle-refund";

const db = await testDb();
const now = new Date("2026-11-20T12:00:00Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
/** Somebody of the shop, once what was closed can be undone no more. */
const whoOf = ({ sellerId, owner }: TestSeller, at = later(60)) => ({
  db,
  sellerId,
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
  now: at,
});
const pageOf = (
  { sellerId }: TestSeller,
  show: "open" | "settled",
  place: Partial<ReturnType<typeof PROMISED.usual>> = {},
) =>
  withSeller(db, sellerId, (tx) =>
    PROMISED_LIST.page(tx, { sellerId, now }, { ...PROMISED.usual({ show }), ...place }),
  );
const listOf = async (seller: TestSeller, show: "open" | "settled") => (await pageOf(seller, show)).rows;

/** A shop that has promised so many refunds; the ids of what was promised, oldest first. */
async function promises(count = 1) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  for (let at = 0; at < count; at++) {
    const { id } = await aReturn(db, seller, { channelId, orderedOn: "2026-11-10", deliveredOn: "2026-11-15", now });
    const who = whoOf(seller, new Date(now.getTime() + at));
    const form = { returnId: id, reason: "refund_without_return", comment: "Keep it.", note: "" };
    expect(await closeReturn(who, form)).toMatchObject({ ok: true });
  }
  const rows = await listOf(seller, "open");
  return { seller, rows: rows.map((row) => ({ ...row, returnId: row.returnId ?? "" })) };
}
const firstOf = <T>([first]: readonly T[]): T => {
  if (!first) throw new Error("nothing was promised");
  return first;
};

it("S2-03 a refund that was promised stands in the list until somebody says what they have paid", async () => {
  const { seller, rows } = await promises();
  const { id: refundId, returnId, currency, amountMinor } = firstOf(rows);
  expect(amountMinor).toBeNull();
  expect(await settleRefund(whoOf(seller), { refundId, amount: "12.50" })).toEqual({ ok: true, value: null });
  expect(await listOf(seller, "open")).toEqual([]);
  expect(await listOf(seller, "settled")).toMatchObject([{ id: refundId, amountMinor: 1250 }]);
  const { sellerId, owner } = seller;
  const [event] = await withSeller(db, sellerId, (tx) => listReturnEvents(tx, sellerId, returnId, 1));
  expect(event).toMatchObject({
    kind: "settle",
    actorName: owner.name,
    at: later(60),
    data: { amountMinor: 1250, currency, reference: null },
  });
  const item = await withSeller(db, sellerId, (tx) => findReturnDetail(tx, sellerId, returnId));
  expect(item?.refunds).toMatchObject([{ state: "succeeded", amountMinor: 1250 }]);
});

it("S2-03 of two who tick at once one is written down, with one event", async () => {
  const { seller, rows } = await promises();
  const { id: refundId, returnId } = firstOf(rows);
  const both = await Promise.all(["1", "2"].map((amount) => settleRefund(whoOf(seller), { refundId, amount })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: "refund_settled" } });
  const { sellerId } = seller;
  const events = await withSeller(db, sellerId, (tx) => listReturnEvents(tx, sellerId, returnId, null));
  expect(events.filter(({ kind }) => kind === "settle")).toHaveLength(1);
});

/** Two at once: one takes the closing back, one says that its refund was paid. */
async function undoneAndPaid(undoAt: Date, payAt: Date) {
  const { seller, rows } = await promises();
  const { id: refundId, returnId } = firstOf(rows);
  const undoing = moveReturns(whoOf(seller, undoAt), { ids: [returnId], request: { move: "undo" } });
  const [undone, paid] = await Promise.all([undoing, settleRefund(whoOf(seller, payAt), { refundId, amount: "1" })]);
  const item = await withSeller(db, seller.sellerId, (tx) => findReturnDetail(tx, seller.sellerId, returnId));
  return { undone: undone.moved.length === 1, paid, refusal: undone.refused[0]?.refusal.code, item };
}

it("S2-03 a refund is not paid while the closing that promised it can be undone", async () => {
  const { seller, rows } = await promises();
  const { id: refundId, returnId } = firstOf(rows);
  const pay = (at: Date) => settleRefund(whoOf(seller, at), { refundId, amount: "1" });
  const tooEarly = { ok: false, refusal: { code: "refund_undoable", until: later(15) } };
  expect(await pay(later(0))).toEqual(tooEarly);
  expect(await pay(later(15))).toEqual(tooEarly);
  expect(await pay(later(16))).toMatchObject({ ok: true });
  const late = { ...whoOf(seller, later(15)), ids: [returnId], request: { move: "undo" as const } };
  expect(await moveReturns(late, late)).toMatchObject({ moved: [], refused: [{ refusal: { code: "already_paid" } }] });
});

it("S2-03 of an undo and a payment at once within the time the undo alone is done", async () => {
  const { undone, paid, item } = await undoneAndPaid(later(5), later(5));
  expect(undone).toBe(true);
  expect(["refund_undoable", "refund_settled"]).toContain(paid.ok ? "paid" : paid.refusal.code);
  expect(item).toMatchObject({ status: "authorization_required", refunds: [{ state: "cancelled" }] });
});

it("S2-03 of an undo of the last second and a payment of the next one is done", async () => {
  const { undone, paid, refusal, item } = await undoneAndPaid(later(15), later(16));
  expect(undone).toBe(!paid.ok);
  expect(undone || refusal === "already_paid").toBe(true);
  expect(item?.status).toBe(undone ? "authorization_required" : "closed");
});

it.each(["0", "-3", "abc", "9".repeat(30)])("S2-03 %s is no amount that was paid", async (amount) => {
  const { seller, rows } = await promises();
  const answer = await settleRefund(whoOf(seller), { refundId: firstOf(rows).id, amount });
  expect(answer).toEqual({ ok: false, refusal: { code: "invalid", fields: { amount: ["bad_amount"] } } });
  expect(await listOf(seller, "open")).toHaveLength(1);
});

it("another seller's refund is not found", async () => {
  const { rows } = await promises();
  const stranger = await aSeller(db);
  expect(await settleRefund(whoOf(stranger), { refundId: firstOf(rows).id, amount: "1" })).toEqual({
    ok: false,
    refusal: { code: "not_found" },
  });
  expect(await listOf(stranger, "open")).toEqual([]);
});

it("promised refunds page by key both ways, are counted, and leave as a file", async () => {
  const { seller, rows } = await promises(3);
  const { sellerId } = seller;
  const ids = rows.map(({ id }) => id);
  const first = await pageOf(seller, "open", { per: 2 });
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const second = await pageOf(seller, "open", { per: 2, after: first.next });
  expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(2));
  const back = await pageOf(seller, "open", { per: 2, before: second.previous });
  expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const ctx = { sellerId, now };
  expect(await withSeller(db, sellerId, (tx) => PROMISED_LIST.count(tx, ctx, { show: "open" }, 1000))).toBe(3);
  let csv = "";
  for await (const part of PROMISED_LIST.csv({ ...ctx, db }, PROMISED.usual())) csv += part;
  expect(csv.trim().split(/\r?\n/)).toHaveLength(4);
  expect(csv).toContain("promised, not paid");
});
