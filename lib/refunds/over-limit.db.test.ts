import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refunds, sellers } from "@/db/schema";
import { testDb } from "@/db/testing";
import { makeRefund } from "./make-refund";
import { approveRefund, failRefund, retryRefund } from "./move-refund";
import { aTill } from "./refund-testing";

const db = await testDb();

describe("the most that one person refunds in a day", () => {
  it("lets through what comes to no more, and asks a second person for what is above it, whose day it is then", async () => {
    const till = await aTill(db);
    await till.limit({}, { USD: 8580 });
    const make = async () => {
      const answer = await makeRefund(till.ctx(), till.asked(await till.aReceived(), 4290));
      return answer.ok ? answer.value : { status: answer.refusal.code, refundId: "" };
    };
    expect((await make()).status).toBe("pending");
    expect((await make()).status).toBe("pending");
    const third = await make();
    expect(third.status).toBe("asked");
    const another = await till.another();
    expect(await approveRefund(another, { refundId: third.refundId })).toMatchObject({ ok: true });
    const rows = await till.made();
    const owner = till.ctx().actor.id;
    expect(rows.map(({ letGoById }) => letGoById)).toEqual([owner, owner, another.actor.id]);
    // What failed is on nobody's day: it makes room, and needs it again.
    const [first] = rows;
    await failRefund(till.ctx(), { refundId: first?.id ?? "", failure: "Card closed" });
    expect((await make()).status).toBe("pending");
    await retryRefund(till.ctx(), { refundId: first?.id ?? "" });
    expect((await till.made()).map(({ state }) => state)).toEqual(["asked", "pending", "pending", "pending"]);
  });

  it("holds for who approves as well, and says what they would come to", async () => {
    const till = await aTill(db);
    await till.limit({}, { USD: 5000 });
    await makeRefund(till.ctx(), till.asked(await till.aReceived(), 4290));
    const asked = await makeRefund(till.ctx(), till.asked(await till.aReceived(), 4290));
    const refundId = asked.ok ? asked.value.refundId : "";
    await till.read((tx) =>
      tx.update(refunds).set({ askedById: null, askedBy: "Somebody" }).where(eq(refunds.id, refundId)),
    );
    const refusal = { code: "over_refund_day", currency: "USD", limit: "50.00", amount: "85.80" };
    expect(await approveRefund(till.ctx(), { refundId })).toEqual({ ok: false, refusal });
  });

  it("begins anew with the day of the shop, and says nothing of another currency", async () => {
    const till = await aTill(db);
    const { sellerId } = till;
    await till.read((tx) => tx.update(sellers).set({ digestZone: "Asia/Shanghai" }).where(eq(sellers.id, sellerId)));
    await till.limit({}, { USD: 5000 });
    const at = async (now: string) => {
      const answer = await makeRefund({ ...till.ctx(), now: new Date(now) }, till.asked(await till.aReceived(), 4290));
      return answer.ok ? answer.value.status : answer.refusal.code;
    };
    expect(await at("2027-03-01T15:50:00Z")).toBe("pending");
    expect(await at("2027-03-01T15:59:00Z")).toBe("asked");
    expect(await at("2027-03-01T16:00:00Z")).toBe("pending");
    await till.limit({}, { JPY: 100_000 });
    expect(await at("2027-03-05T16:00:00Z")).toBe("asked");
  });

  it("is kept however many are made at once", async () => {
    const till = await aTill(db);
    await till.limit({}, { USD: 10_000 });
    const items = [];
    for (let made = 0; made < 6; made++) items.push(await till.aReceived());
    await Promise.all(items.map((item) => makeRefund(till.ctx(), till.asked(item, 4290))));
    const states = (await till.made()).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["asked", "asked", "asked", "asked", "pending", "pending"]);
    expect(await till.books()).toMatchObject({ promised: -25_740, isHeld: true });
  });
});
