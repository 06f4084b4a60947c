import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, orderLines, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, statementsOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { requestReturn } from "./request-return";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T10:00:00Z");
const buyer = { kind: "buyer", id: null, name: "Dana" } as const;

async function anOrder(options: Parameters<typeof aChannel>[2] = {}, deliveredOn = "2026-11-10") {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const [orderId, orderLineId] = [newId(), newId()];
  await withSeller(db, sellerId, async (tx) => {
    await tx.insert(orders).values({
      sellerId,
      id: orderId,
      channelId,
      number: `SH-${orderId}`,
      orderedOn: "2026-11-01",
      deliveredOn,
      currency: "USD",
    });
    await tx
      .insert(orderLines)
      .values({ sellerId, id: orderLineId, orderId, sku: "SKU-1", quantity: 2, amountMinor: 4000 });
  });
  const ask = (quantity = 1) =>
    requestReturn(
      { db, sellerId, actor: buyer, now },
      {
        orderId,
        source: "portal",
        lines: [{ orderLineId, quantity, reason: "UNWANTED_ITEM" }],
        buyerComment: "Too many.",
      },
    );
  const find = (id: string) =>
    withSeller(db, sellerId, async (tx) => {
      const [row] = await tx.select().from(returns).where(eq(returns.id, id));
      const history = await tx.select().from(events).where(eq(events.returnId, id)).orderBy(asc(events.id));
      return { row, events: history };
    });
  return { sellerId, orderId, ask, find };
}

const idOf = (answer: Awaited<ReturnType<typeof requestReturn>>): string => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.id;
};

describe("requestReturn", () => {
  it("S1-05 an individual seller who answers by hand finds the request waiting", async () => {
    const { ask, find } = await anOrder();
    const { row, events } = await find(idOf(await ask()));
    expect(row).toMatchObject({ status: "authorization_required", verdict: "in_policy", requestedOn: "2026-11-20" });
    expect(events.map(({ kind }) => kind)).toEqual(["requested"]);
  });

  it("S1-03 a professional's in-policy request is authorized by itself, and the event names the rule and the version", async () => {
    const { ask, find } = await anOrder({ plan: "professional" });
    const { row, events } = await find(idOf(await ask()));
    expect(row?.status).toBe("awaiting_return");
    expect(events.at(-1)).toMatchObject({
      kind: "authorize",
      actorKind: "product",
      data: { because: "professional_in_policy", policyVersion: 1 },
    });
  });

  it("S1-05 a professional's out-of-policy request is left to a person", async () => {
    const { ask, find } = await anOrder({ plan: "professional" }, "2026-08-10");
    expect((await find(idOf(await ask()))).row).toMatchObject({
      status: "authorization_required",
      verdict: "out_of_policy",
    });
  });

  it("P-11 two requests at once for more than was ordered: the second one counts the first", async () => {
    const { ask, find } = await anOrder();
    const [first, second] = await Promise.all([ask(2), ask(2)]);
    const verdicts = await Promise.all([first, second].map(async (answer) => (await find(idOf(answer))).row?.verdict));
    expect(verdicts.sort()).toEqual(["in_policy", "out_of_policy"]);
  });

  it("P-19 a mirrored channel's requests come by report only", async () => {
    const { ask } = await anOrder({ mode: "mirrored" });
    expect(await ask()).toEqual({ ok: false, refusal: { code: "mirrored_channel" } });
  });

  it("another seller's order is unknown", async () => {
    const { orderId } = await anOrder();
    const other = await anOrder();
    const answer = await requestReturn(
      { db, sellerId: other.sellerId, actor: buyer, now },
      { orderId, source: "portal", lines: [], buyerComment: null },
    );
    expect(answer).toEqual({ ok: false, refusal: { code: "unknown_order" } });
  });

  it("a new return takes at most six statements", async () => {
    const { ask } = await anOrder();
    const sent = await statementsOf(db, () => ask());
    expect(sent.length).toBeLessThanOrEqual(6);
  });
});
