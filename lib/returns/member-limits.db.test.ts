import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { memberships, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { preflight } from "@/lib/bulk/preflight";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { newId } from "@/lib/kernel/ids";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";

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
  const actor = { kind: "person" as const, id: owner.id, name: owner.name };
  return {
    ...seller,
    actor,
    request: async (amountMinor: number | null) => (await aReturn(db, seller, { channelId, amountMinor, now })).id,
    close: (ids: string[], request = GIVE) => moveReturns({ db, sellerId, actor, now }, { ids, request }),
    statusOf: async (id: string) =>
      (await inside((tx) => tx.select({ status: returns.status }).from(returns).where(eq(returns.id, id))))[0]?.status,
  };
}

type Desk = Awaited<ReturnType<typeof aDesk>>;
const ctxOf = ({ sellerId, actor }: Pick<Desk, "sellerId" | "actor">) => ({ db, sellerId, actor, now });
const all = (ids: string[]) => ({ key: newId(), selection: { mode: "ids" as const, ids } });

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

  it("is no pass for another currency, which it cannot be compared with, and limits no closing without a refund", async () => {
    const yen = await aDesk({ refundLimits: { USD: 1 } }, "JPY");
    const far = await yen.request(900_000);
    expect((await yen.close([far])).refused).toEqual([
      { id: far, refusal: { code: "refund_limit_elsewhere", currency: "JPY", limits: "USD 0.01" } },
    ]);
    expect((await yen.close([far], REFUSE)).moved).toEqual([far]);
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
    const over = { ok: false, refusal: { code: "over_bulk_limit", limit: 2, count: 3 } };
    const request = { move: "authorize", address: null } as const;
    expect(
      await preflight(ctxOf(desk), { ...all(ids), request: { move: "authorize", isChannelAddress: true } }),
    ).toEqual(over);
    expect(await runBulk(ctxOf(desk), { ...all(ids), request })).toEqual(over);
    for (const id of ids) expect(await desk.statusOf(id)).toBe("authorization_required");
    expect(await runBulk(ctxOf(desk), { ...all(ids.slice(0, 2)), request })).toMatchObject({
      ok: true,
      value: { total: 2 },
    });
  });

  it("is each person's own: another seller's membership of the same person says nothing here", async () => {
    const [here, there] = [await aDesk({}), await aDesk({ bulkLimit: 1 })];
    const ids = [await here.request(1), await here.request(2)];
    await withSeller(db, there.sellerId, (tx) =>
      tx.insert(memberships).values({ sellerId: there.sellerId, userId: here.owner.id, role: "agent", bulkLimit: 1 }),
    );
    const request = { move: "authorize", address: null } as const;
    expect(await runBulk(ctxOf(here), { ...all(ids), request })).toMatchObject({ ok: true });
  });
});

/** Somebody who has written what a return is worth and not committed it yet; the answer does so. */
const makeDearer = ({ sellerId }: TestSeller, id: string, valueMinor: number): Promise<() => Promise<void>> =>
  new Promise((isWritten, failed) => {
    const writing = withSeller(db, sellerId, async (tx) => {
      await tx
        .update(returns)
        .set({ valueMinor })
        .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id)));
      await new Promise<void>((commit) => {
        isWritten(async () => {
          commit();
          await writing;
        });
      });
    });
    writing.catch(failed);
  });

describe("the most that one act may refund in sum", () => {
  const close = (desk: Desk, ids: string[], reason = "refund_without_return") =>
    runBulk(ctxOf(desk), {
      ...all(ids),
      request: { move: "close", reason, comments: { en: "Keep it.", "zh-CN": "" } },
    });
  const foretold = (desk: Desk, ids: string[], reason?: string) =>
    preflight(ctxOf(desk), { ...all(ids), request: { move: "close", reason } });
  const OVER = { code: "over_refund_sum", currency: "USD", limit: "50.00", amount: "60.00" };

  it("S2-03 is told before anything starts, with what does not fit; an unknown amount is refused by itself", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000 } });
    const ids = [
      await desk.request(2000),
      await desk.request(null),
      await desk.request(2000),
      await desk.request(2000),
    ];
    expect(await foretold(desk, ids)).toMatchObject({ value: { ready: { count: 4 }, refunds: [], beyondLimit: [] } });
    expect(await foretold(desk, ids, "refund_without_return")).toMatchObject({
      value: {
        ready: { count: 3 },
        skipped: { causes: [{ refusal: { code: "refund_amount_unknown" }, count: 1 }] },
        refunds: [{ currency: "USD", count: 3, amountMinor: 6000, unknownValues: 0, limitMinor: 5000 }],
        beyondLimit: [{ id: ids[3] }],
      },
    });
    expect(await close(desk, ids)).toEqual({ ok: false, refusal: OVER });
    for (const id of ids) expect(await desk.statusOf(id)).toBe("authorization_required");
    expect(await close(desk, ids, "other")).toMatchObject({ ok: true });
  });

  it("S2-03 a refund in a currency without a limit of theirs is told before, and refused by itself in the job", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000 } });
    const yen = await aChannel(db, desk, { currency: "JPY", code: "yen" });
    const far = await aReturn(db, desk, { channelId: yen, amountMinor: 100, now });
    const near = await desk.request(2000);
    const elsewhere = { code: "refund_limit_elsewhere", currency: "JPY", limits: "USD 50.00" };
    expect(await foretold(desk, [far.id, near], "refund_without_return")).toMatchObject({
      value: { ready: { count: 1 }, skipped: { causes: [{ refusal: elsewhere, count: 1 }] } },
    });
    expect(await close(desk, [far.id, near])).toMatchObject({ ok: true });
    expect([await desk.statusOf(far.id), await desk.statusOf(near)]).toEqual(["authorization_required", "closed"]);
  });

  it("S2-03 what fits is closed, each currency by itself, and nobody without a limit is held back", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000, JPY: 900_000 } });
    const yen = await aChannel(db, desk, { currency: "JPY", code: "yen" });
    const far = await aReturn(db, desk, { channelId: yen, amountMinor: 900_000, now });
    const ids = [await desk.request(2000), await desk.request(3000), far.id];
    expect(await close(desk, ids)).toMatchObject({ ok: true, value: { total: 3 } });
    for (const id of ids) expect(await desk.statusOf(id)).toBe("closed");
    const free = await aDesk({});
    const many = [await free.request(90_000), await free.request(null)];
    expect(await foretold(free, many, "refund_without_return")).toMatchObject({
      value: { refunds: [{ amountMinor: 90_000, unknownValues: 1, limitMinor: null }], beyondLimit: [] },
    });
    expect(await close(free, many)).toMatchObject({ ok: true });
  });

  it("S2-03 a rival who makes one dearer meanwhile is waited for, and the new sum is the one that counts", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000 } });
    const ids = [await desk.request(2000), await desk.request(2000)];
    const commit = await makeDearer(desk, ids[0] ?? "", 4000);
    const started = close(desk, ids);
    await vi.waitFor(
      async () => {
        const waiting = await db.execute(sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
        expect(waiting).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
    await commit();
    expect(await started).toEqual({ ok: false, refusal: OVER });
    for (const id of ids) expect(await desk.statusOf(id)).toBe("authorization_required");
  });

  it("S2-03 a job gives no more than the limit in sum, though its returns become dearer after it began", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000 } });
    const started = await close(desk, [await desk.request(2000), await desk.request(2000)]);
    const late = await desk.request(2000);
    const act = { ids: [late], request: GIVE };
    const bulkActId = started.ok ? started.value.bulkActId : "";
    expect((await moveReturns(ctxOf(desk), { ...act, bulkActId })).refused).toEqual([{ id: late, refusal: OVER }]);
    expect((await moveReturns(ctxOf(desk), act)).moved).toEqual([late]);
  });

  it("S2-03 what a job has given in another currency counts nothing towards this one's limit", async () => {
    const desk = await aDesk({ refundLimits: { USD: 5000, JPY: 900_000 } });
    const yen = await aChannel(db, desk, { currency: "JPY", code: "yen" });
    const far = await aReturn(db, desk, { channelId: yen, amountMinor: 900_000, now });
    const started = await close(desk, [far.id, await desk.request(2000), await desk.request(2000)]);
    const [above, fits] = [await desk.request(1001), await desk.request(1000)];
    const bulkActId = started.ok ? started.value.bulkActId : "";
    const give = (id: string) =>
      moveReturns({ db, sellerId: desk.sellerId, actor: desk.actor, now }, { ids: [id], request: GIVE, bulkActId });
    expect(await give(above)).toMatchObject({ moved: [], refused: [{ id: above, refusal: { limit: "50.00" } }] });
    expect(await give(fits)).toMatchObject({ moved: [fits], refused: [] });
  });
});
