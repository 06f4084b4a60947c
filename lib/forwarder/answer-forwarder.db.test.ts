import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { memberships } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import type { ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { closeReturn } from "@/lib/returns/decide-return";
import { requestByHand } from "@/lib/returns/request-by-hand";
import { findReturnDetail, listReturnEvents } from "@/lib/returns/return-detail";
import { answerForwarder } from "./answer-forwarder";
import { answerMany } from "./answer-many";
import { type ForwarderTab, OUTBOUND_LIST, OUTBOUND_TASKS } from "./forwarder";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-10T18:00:00Z");
type Options = Parameters<typeof aChannel>[2];

/** A shop with a request about a parcel that no carrier has yet. */
async function aRequest(options: Options = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const returnId = newId();
  const asked = await ask(seller, channelId, returnId, "O-1");
  expect(asked).toEqual({ ok: true, value: { id: returnId } });
  return { seller, channelId, returnId };
}
const ask = (seller: TestSeller, channelId: string, id: string, orderNumber: string) =>
  requestByHand(
    { db, sellerId: seller.sellerId, actor: { kind: "person", ...seller.owner }, now: NOW },
    {
      id,
      channelId,
      orderNumber,
      order: {
        kind: "new",
        orderedOn: "2026-03-09",
        outbound: "not_handed_over",
        deliveredOn: null,
        buyerName: "Ada",
        buyerEmail: "ada@buyer.example",
        buyerLocale: "zh-CN",
        items: [{ title: "Mug", sku: "M-1", category: "", ordered: 1, price: "20", quantity: 1, reason: "defective" }],
      },
      requestedOn: "2026-03-10",
      buyerComment: "",
    },
  );
const say = (
  { sellerId, owner }: TestSeller,
  returnId: string,
  answer: ForwarderAnswer,
  deliveredOn: string | null = null,
) =>
  answerForwarder({ db, sellerId, actor: { kind: "person", ...owner }, now: NOW }, { returnId, answer, deliveredOn });
const find = ({ sellerId }: TestSeller, id: string) =>
  withSeller(db, sellerId, (tx) => findReturnDetail(tx, sellerId, id));
const kindsOf = async ({ sellerId }: TestSeller, id: string) =>
  (await withSeller(db, sellerId, (tx) => listReturnEvents(tx, sellerId, id, null))).map(({ kind }) => kind);
const tasks = async ({ sellerId }: TestSeller, show: ForwarderTab) =>
  (await withSeller(db, sellerId, (tx) => OUTBOUND_LIST.page(tx, { sellerId }, OUTBOUND_TASKS.usual({ show })))).rows;

describe("what the forwarder says", () => {
  it("S3-09 a request about a parcel that no carrier has is a task, also where policy would authorize it", async () => {
    const { seller, returnId } = await aRequest({ plan: "professional" });
    expect(await find(seller, returnId)).toMatchObject({ status: "authorization_required" });
    expect(await tasks(seller, "ask")).toMatchObject([{ id: returnId, orderNumber: "O-1", lineCount: 1 }]);
  });

  it("S3-12 a stopped parcel closes the request with its refund in one act, and authorizes nothing", async () => {
    const { seller, returnId } = await aRequest({ hasPrepaid: true });
    const answered = await say(seller, returnId, "intercepted");
    expect(answered).toMatchObject({ ok: true, value: { returnIds: [returnId], closedBy: [{ returnId }] } });
    const item = await find(seller, returnId);
    expect(item).toMatchObject({ status: "closed", closeReason: "intercepted", rma: null });
    expect(item?.refunds).toMatchObject([{ state: "intended", kind: "without_return" }]);
    expect(item?.closeComment).toContain("全额退款已登记，尚未支付");
    expect(await kindsOf(seller, returnId)).toEqual(expect.arrayContaining(["forwarder_answered", "close"]));
    expect(await tasks(seller, "ask")).toEqual([]);
  });

  it("S3-13 P-26 what cannot be stopped is judged again and waits for words to the buyer", async () => {
    const { seller, returnId } = await aRequest();
    expect(await say(seller, returnId, "on_its_way")).toMatchObject({ ok: true, value: { closedBy: [] } });
    const item = await find(seller, returnId);
    expect(item).toMatchObject({ status: "authorization_required", evaluation: { outbound: "on_its_way" } });
    expect(await tasks(seller, "on_its_way")).toMatchObject([{ id: returnId, hasWritten: false }]);
    expect(await tasks(seller, "ask")).toEqual([]);
  });

  it("S3-12 the reason of a stopped parcel closes by hand until a carrier has it, and no longer", async () => {
    const close = (seller: TestSeller, returnId: string) => {
      const who = { sellerId: seller.sellerId, actor: { kind: "person" as const, ...seller.owner }, now: NOW };
      return closeReturn({ db, ...who }, { returnId, reason: "intercepted", comment: "Stopped.", note: "" });
    };
    const late = await aRequest();
    await say(late.seller, late.returnId, "on_its_way");
    expect(await close(late.seller, late.returnId)).toEqual({ ok: false, refusal: { code: "parcel_left" } });
    const early = await aRequest();
    expect(await close(early.seller, early.returnId)).toMatchObject({ ok: true });
  });

  it("S3-10 a parcel that has arrived is an ordinary return, authorized where policy says so", async () => {
    const { seller, returnId } = await aRequest({ plan: "professional" });
    expect(await say(seller, returnId, "on_its_way")).toMatchObject({ ok: true });
    expect(await say(seller, returnId, "delivered", "2026-03-10")).toMatchObject({ ok: true });
    expect(await find(seller, returnId)).toMatchObject({
      status: "awaiting_return",
      order: { deliveredOn: "2026-03-10" },
    });
  });

  it("S3-09 a day of delivery that cannot be is refused at its field", async () => {
    const { seller, returnId } = await aRequest();
    const refused = (code: string) => ({ ok: false, refusal: { code: "invalid", fields: { deliveredOn: [code] } } });
    expect(await say(seller, returnId, "delivered", "2026-03-12")).toEqual(refused("in_future"));
    expect(await say(seller, returnId, "delivered", "2026-03-01")).toEqual(refused("before_order"));
  });

  it("S3-12 of two who answer at once one wins, and the other is told who was faster", async () => {
    const { seller, returnId } = await aRequest();
    const answers = await Promise.all([say(seller, returnId, "on_its_way"), say(seller, returnId, "on_its_way")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "answered_before", outbound: "on_its_way", answeredBy: seller.owner.name },
    });
    const closed = await aRequest();
    const rivals = await Promise.all([
      say(closed.seller, closed.returnId, "intercepted"),
      say(closed.seller, closed.returnId, "intercepted"),
    ]);
    expect(rivals.filter(({ ok }) => ok)).toHaveLength(1);
    expect(rivals.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "wrong_status", status: "closed" } });
    expect((await find(closed.seller, closed.returnId))?.refunds).toHaveLength(1);
  });

  it("S3-12 who may not refund so much is told so, and nothing is written", async () => {
    const { seller, returnId } = await aRequest();
    const { sellerId, owner } = seller;
    await withSeller(db, sellerId, (tx) =>
      tx
        .update(memberships)
        .set({ refundLimits: { USD: 500 } })
        .where(eq(memberships.userId, owner.id)),
    );
    expect(await say(seller, returnId, "intercepted")).toMatchObject({ refusal: { code: "over_refund_limit" } });
    expect(await find(seller, returnId)).toMatchObject({ status: "authorization_required", refunds: [] });
    expect(await kindsOf(seller, returnId)).not.toContain("forwarder_answered");
  });

  it("S3-12 several stopped parcels are refused together where their sum is above what one act may refund", async () => {
    const { seller, channelId, returnId } = await aRequest();
    const second = newId();
    await ask(seller, channelId, second, "O-2");
    const { sellerId, owner } = seller;
    const actor = { kind: "person" as const, ...owner };
    await withSeller(db, sellerId, (tx) =>
      tx
        .update(memberships)
        .set({ refundLimits: { USD: 3000 } })
        .where(eq(memberships.userId, owner.id)),
    );
    const told = { answer: "intercepted" as const, deliveredOn: null };
    const both = await answerMany({ db, sellerId, actor, now: NOW }, { returnIds: [returnId, second], ...told });
    expect(both).toEqual({
      ok: false,
      refusal: { code: "over_refund_sum", currency: "USD", limit: "30.00", amount: "40.00" },
    });
    expect(await kindsOf(seller, returnId)).not.toContain("forwarder_answered");
    const one = await answerMany({ db, sellerId, actor, now: NOW }, { returnIds: [returnId], ...told });
    expect(one).toMatchObject({ ok: true, value: { returnIds: [returnId] } });
  });

  it("S3-09 one answer for several leaves out what cannot be said any more, and says why", async () => {
    const { seller, channelId, returnId } = await aRequest();
    const second = newId();
    await ask(seller, channelId, second, "O-2");
    await say(seller, second, "delivered");
    const outcome = await answerMany(
      { db, sellerId: seller.sellerId, actor: { kind: "person", ...seller.owner }, now: NOW },
      { returnIds: [returnId, second], answer: "intercepted", deliveredOn: null },
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { returnIds: [returnId], refused: [{ returnId: second, refusal: { code: "answered_before" } }] },
    });
  });

  it("nobody has to be asked about a parcel of which nobody said anything", async () => {
    const seller = await aSeller(db);
    const { id } = await aReturn(db, seller, { channelId: await aChannel(db, seller), deliveredOn: null, now: NOW });
    expect(await say(seller, id, "intercepted")).toEqual({ ok: false, refusal: { code: "nothing_to_ask" } });
  });

  it("another seller's return is not found", async () => {
    const { returnId } = await aRequest();
    const other = await aSeller(db);
    expect(await say(other, returnId, "intercepted")).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await tasks(other, "ask")).toEqual([]);
  });
});
