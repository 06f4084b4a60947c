import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { deadlines, events, orderLines, orders, outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import type { NewReturnForm } from "./new-return-input";
import { requestByHand } from "./request-by-hand";
import { listOrderChannels } from "./request-orders";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T20:00:00Z");
const MUG = {
  title: "Mug",
  sku: "MUG-1",
  category: "",
  ordered: 2,
  price: "24,50",
  quantity: 1,
  reason: "defective",
} as const;
const ORDER = {
  kind: "new",
  orderedOn: "2026-11-01",
  deliveredOn: "2026-11-05",
  buyerName: "Dana Reyes",
  buyerEmail: " Dana@Example.com ",
  buyerLocale: "zh-CN",
  items: [MUG],
} as const;

async function aShop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const actor = { kind: "person", id: seller.owner.id, name: seller.owner.name } as const;
  const enter = (form: Partial<NewReturnForm> = {}) =>
    requestByHand(
      { db, sellerId, actor, now },
      {
        id: newId(),
        channelId,
        orderNumber: "MAIL-1",
        order: { ...ORDER, items: [MUG] },
        requestedOn: "2026-11-20",
        buyerComment: "",
        ...form,
      },
    );
  const read = <Row>(get: (tx: Parameters<Parameters<typeof withSeller<Row>>[2]>[0]) => Promise<Row>) =>
    withSeller(db, sellerId, get);
  return { seller, sellerId, channelId, actor, enter, read };
}

describe("requestByHand", () => {
  it("S1-01 takes a request with its order, judges it, and queues one message to the team and one to the buyer", async () => {
    const { enter, read } = await aShop();
    const answer = await enter({ buyerComment: "The handle is broken." });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { id } = answer.value;
    const [row] = await read((tx) => tx.select().from(returns).where(eq(returns.id, id)));
    expect(row).toMatchObject({
      status: "authorization_required",
      source: "person",
      verdict: "in_policy",
      valueMinor: 2450,
    });
    const [order] = await read((tx) => tx.select().from(orders));
    expect(order).toMatchObject({ number: "MAIL-1", buyerEmail: "dana@example.com", buyerLocale: "zh-CN" });
    const [event] = await read((tx) => tx.select().from(events).where(eq(events.returnId, id)));
    expect(event).toMatchObject({ kind: "requested", actorKind: "person", actorName: "Olive Owner" });
    expect(await read((tx) => tx.select().from(outbox))).toMatchObject([
      { kind: "team.requested", returnId: id },
      { kind: "buyer.requested", returnId: id },
    ]);
  });

  it("P-23 a request of an earlier day counts to the end of the next day", async () => {
    const { enter, read } = await aShop();
    await enter({ requestedOn: "2026-11-18" });
    const clocks = await read((tx) => tx.select().from(deadlines).where(eq(deadlines.kind, "answer")));
    expect(clocks).toMatchObject([{ isApproximate: true, dueAt: new Date("2026-11-20T07:59:59.999Z") }]);
  });

  it("P-11 a second request about the same order counts what is on its way back", async () => {
    const { enter, read } = await aShop();
    await enter();
    const [line] = await read((tx) => tx.select().from(orderLines));
    const again = await enter({
      order: { kind: "known", lines: [{ orderLineId: line?.id ?? "", quantity: 2, reason: "defective" }] },
    });
    if (!again.ok) throw new Error(again.refusal.code);
    const [row] = await read((tx) => tx.select().from(returns).where(eq(returns.id, again.value.id)));
    expect(row?.verdict).toBe("out_of_policy");
  });

  it.each([
    [
      "an order of tomorrow",
      { order: { ...ORDER, items: [MUG], orderedOn: "2026-11-21" } },
      "order.orderedOn",
      "in_future",
    ],
    [
      "a delivery before the order",
      { order: { ...ORDER, items: [MUG], deliveredOn: "2026-10-01" } },
      "order.deliveredOn",
      "before_order",
    ],
    ["a request before the order", { requestedOn: "2026-10-01" }, "requestedOn", "before_order"],
    [
      "a price in words",
      { order: { ...ORDER, items: [{ ...MUG, price: "ten" }] } },
      "order.items.0.price",
      "bad_amount",
    ],
    [
      "more than was ordered",
      { order: { ...ORDER, items: [{ ...MUG, quantity: 3 }] } },
      "order.items.0.quantity",
      "too_big",
    ],
  ] as const)("refuses %s at its field, and nothing of it is kept", async (_, form, field, code) => {
    const { enter, read } = await aShop();
    const answer = await enter(form as Partial<NewReturnForm>);
    expect(answer).toEqual({ ok: false, refusal: { code: "invalid", fields: { [field]: [code] } } });
    expect(await read((tx) => tx.$count(orders))).toBe(0);
  });

  it("the same form sent twice, also at once, is one return; one line named twice is refused", async () => {
    const { enter, read } = await aShop();
    const id = newId();
    expect(await Promise.all([enter({ id }), enter({ id })])).toEqual([
      { ok: true, value: { id } },
      { ok: true, value: { id } },
    ]);
    const [line] = await read((tx) => tx.select().from(orderLines));
    const lines = [{ orderLineId: line?.id ?? "", quantity: 1, reason: "defective" as const }];
    const again = { id: newId(), order: { kind: "known" as const, lines } };
    expect((await Promise.all([enter(again), enter(again)])).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await read((tx) => tx.$count(returns))).toBe(2);
    const doubled = { kind: "known" as const, lines: [...lines, ...lines] };
    expect(await enter({ order: doubled })).toEqual({ ok: false, refusal: { code: "unknown_line" } });
  });

  it("two people who enter the same order at once: one order, and the other is told", async () => {
    const { enter, read } = await aShop();
    const answers = await Promise.all([enter(), enter()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: { code: "order_known" } });
    expect(await read((tx) => tx.$count(orders))).toBe(1);
  });

  it("P-19 requests of an Amazon channel come by report; another seller's channel is unknown", async () => {
    expect(await (await aShop({ mode: "mirrored" })).enter()).toEqual({
      ok: false,
      refusal: { code: "mirrored_channel" },
    });
    const other = await aShop();
    expect(await (await aShop()).enter({ channelId: other.channelId })).toMatchObject({ refusal: { code: "invalid" } });
  });
});

describe("listOrderChannels", () => {
  it("names the seller's other channels that know the order, and nobody else's", async () => {
    const [shop, stranger] = [await aShop(), await aShop()];
    await shop.enter();
    const besides = await aChannel(db, shop.seller);
    const found = await shop.read((tx) => listOrderChannels(tx, shop.sellerId, { number: "MAIL-1", besides }));
    expect(found.map(({ id }) => id)).toEqual([shop.channelId]);
    const own = { number: "MAIL-1", besides: shop.channelId };
    expect(await shop.read((tx) => listOrderChannels(tx, shop.sellerId, own))).toEqual([]);
    const other = { number: "MAIL-1", besides: stranger.channelId };
    expect(await stranger.read((tx) => listOrderChannels(tx, stranger.sellerId, other))).toEqual([]);
  });
});
