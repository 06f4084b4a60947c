import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { memberships, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { newId } from "../ids";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { preflight } from "./preflight";
import { runBulk } from "./run-bulk";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T12:00:00Z");
const GIVE: MoveRequest = { move: "close", reason: "refund_without_return", comment: "Keep it." };
const REFUSE: MoveRequest = { move: "close", reason: "other", comment: "No." };

type Limits = { bulkLimit?: number; refundLimits?: Record<string, number> };

async function aDesk(limits: Limits, currency = "USD") {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  await inside((tx) =>
    tx
      .update(memberships)
      .set({ refundLimits: {}, ...limits })
      .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, owner.id))),
  );
  const channelId = await aChannel(db, seller, { currency });
  const actor = { kind: "seller" as const, id: owner.id, name: owner.name };
  return {
    ...seller,
    actor,
    request: async (amountMinor: number | null) => (await aReturn(db, seller, { channelId, amountMinor, now })).id,
    close: (ids: string[], request = GIVE) => moveReturns(db, { sellerId, ids, request, actor, now }),
    statusOf: async (id: string) =>
      (await inside((tx) => tx.select({ status: returns.status }).from(returns).where(eq(returns.id, id))))[0]?.status,
  };
}

const bulkOf = ({ sellerId }: TestSeller, actor: { kind: "seller"; id: string; name: string }, ids: string[]) => ({
  sellerId,
  actor,
  selection: { mode: "ids" as const, ids },
  now,
});

describe("the most that one refund may be", () => {
  it("lets through what is not above it, and refuses what is, with both amounts", async () => {
    const desk = await aDesk({ refundLimits: { USD: 4290 } });
    const [within, above] = [await desk.request(4290), await desk.request(4291)];
    const outcome = await desk.close([within, above]);
    expect(outcome.moved).toEqual([within]);
    expect(outcome.refused).toEqual([
      { id: above, refusal: { code: "over_refund_limit", currency: "USD", limit: "42.90", amount: "42.91" } },
    ]);
    expect(await desk.statusOf(above)).toBe("authorization_required");
  });

  it("refuses an amount that nobody knows, in words of its own", async () => {
    const desk = await aDesk({ refundLimits: { USD: 4290 } });
    const unknown = await desk.request(null);
    expect((await desk.close([unknown])).refused).toEqual([
      { id: unknown, refusal: { code: "refund_amount_unknown", currency: "USD", limit: "42.90" } },
    ]);
  });

  it("limits its own currency only, and no closing without a refund", async () => {
    const yen = await aDesk({ refundLimits: { USD: 1 } }, "JPY");
    expect((await yen.close([await yen.request(900_000)])).moved).toHaveLength(1);
    const desk = await aDesk({ refundLimits: { USD: 0 } });
    const request = await desk.request(4290);
    expect((await desk.close([request])).refused[0]?.refusal.code).toBe("over_refund_limit");
    expect((await desk.close([request], REFUSE)).moved).toEqual([request]);
  });

  it("costs a closing with a refund one statement, so that a move takes four at most", async () => {
    const desk = await aDesk({ refundLimits: { USD: 100_000 } });
    const id = await desk.request(4290);
    expect((await statementsOf(db, () => desk.close([id]))).length).toBeLessThanOrEqual(4);
  });
});

describe("how many returns one act may take", () => {
  it("refuses more as a whole, before anything is written, in the preview too", async () => {
    const desk = await aDesk({ bulkLimit: 2 });
    const ids = [await desk.request(1), await desk.request(2), await desk.request(3)];
    const act = bulkOf(desk, desk.actor, ids);
    const over = { ok: false, refusal: { code: "over_bulk_limit", limit: 2, count: 3 } };
    const request = { move: "authorize", address: null } as const;
    expect(await preflight(db, { ...act, request: { move: "authorize", isChannelAddress: true } })).toEqual(over);
    expect(await runBulk(db, { ...act, key: newId(), request })).toEqual(over);
    for (const id of ids) expect(await desk.statusOf(id)).toBe("authorization_required");
    const two = bulkOf(desk, desk.actor, ids.slice(0, 2));
    expect(await runBulk(db, { ...two, key: newId(), request })).toMatchObject({ ok: true, value: { total: 2 } });
  });

  it("is each person's own: another seller's membership of the same person says nothing here", async () => {
    const [here, there] = [await aDesk({}), await aDesk({ bulkLimit: 1 })];
    const ids = [await here.request(1), await here.request(2)];
    await withSeller(db, there.sellerId, (tx) =>
      tx.insert(memberships).values({ sellerId: there.sellerId, userId: here.owner.id, role: "agent", bulkLimit: 1 }),
    );
    const act = { ...bulkOf(here, here.actor, ids), key: newId() };
    expect(await runBulk(db, { ...act, request: { move: "authorize", address: null } })).toMatchObject({ ok: true });
  });
});
