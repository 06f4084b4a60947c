import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { bulkActs, outbox, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, copiesOfReturn, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { insertBulkAct, insertBulkItems, insertBulkWork } from "@/lib/platform/bulk/acts";
import { continueBulk } from "@/lib/platform/bulk/bulk";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import { emptyFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import type { BulkRequest } from "./bulk-request";
import { actorOf, bulkOn, FRESH, LATER, NOW, OLD, picked } from "./bulk-testing";
import { preflight } from "./preflight";
import { BULK_SUBJECTS } from "./returns-in-bulk";

const AUTHORIZE: BulkRequest = { move: "authorize", address: null };
const OVERRIDE: BulkRequest = { ...AUTHORIZE, overrideNote: "goodwill" };

let db: Db;
let bulk: ReturnType<typeof bulkOn>;
beforeAll(async () => {
  db = await testDb();
  bulk = bulkOn(db);
});

type Run = Omit<Parameters<typeof bulk.run>[1], "request"> & { request?: BulkRequest };
const run = (seller: TestSeller, { request = AUTHORIZE, ...rest }: Run) => bulk.run(seller, { request, ...rest });

describe("authorize all selected returns", () => {
  test("S1-16 every selected return has its outcome, and what cannot be done says why", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const homeless = await aChannel(db, seller, { hasAddress: false });
    const [a, b] = await bulk.someReturns(seller, channelId, 2);
    const [late] = await bulk.someReturns(seller, channelId, 1, OLD);
    const [withoutAddress] = await bulk.someReturns(seller, homeless, 1);
    const [done] = await bulk.someReturns(seller, channelId, 1, { ...FRESH, status: "awaiting_return" });
    const stranger = await aSeller(db);
    const [foreign] = await bulk.someReturns(stranger, await aChannel(db, stranger), 1);
    const ids = [a, late, withoutAddress, done, foreign, b, a].map((id) => id ?? "");

    const bulkAct = await bulk.outcomeOf(seller, await run(seller, { selection: picked(ids) }));

    expect(bulkAct).toMatchObject({ state: "done", total: 6, moved: 2, refused: 3 });
    expect(bulkAct.input).toMatchObject({ notFound: [foreign] });
    expect(bulkAct.refusals).toEqual([
      { id: late, code: "needs_override" },
      { id: withoutAddress, code: "no_return_address" },
      { id: done, code: "wrong_status" },
    ]);
    expect((await bulk.eventsOf(seller, "authorize")).map(({ returnId }) => returnId).sort()).toEqual([a, b].sort());
    expect((await bulk.eventsOf(seller, "authorize")).every(({ bulkActId }) => bulkActId === bulkAct.id)).toBe(true);
    expect(await bulk.eventsOf(stranger, "authorize")).toEqual([]);
  });

  test.each([
    ["left out", AUTHORIZE],
    ["authorized anyway", OVERRIDE],
  ])("the preflight writes nothing and foretells the outcome, with the undecided %s", async (_, request) => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const ids = [
      ...(await bulk.someReturns(seller, channelId, 3)),
      ...(await bulk.someReturns(seller, channelId, 2, OLD)),
      ...(await bulk.someReturns(seller, channelId, 1, { ...FRESH, status: "received" })),
      newId(),
    ];
    const contents = () =>
      withSeller(db, seller.sellerId, (tx) =>
        tx.execute(sql`select (select json_agg(r order by id) from returns r) as returns,
          (select count(*) from events) as events, (select count(*) from bulk_acts) as bulkActs,
          (select count(*) from outbox) as outbox, (select count(*) from deadlines) as deadlines`),
      );
    const before = await contents();
    const plan = await preflight(
      { db, sellerId: seller.sellerId, actor: actorOf(seller), now: NOW },
      { selection: picked(ids), request: { move: "authorize", isChannelAddress: true } },
    );
    expect(await contents()).toEqual(before);
    if (!plan.ok) throw new Error(plan.refusal.code);
    expect(plan.value).toMatchObject({ total: 7, ready: { count: 3 }, decide: { count: 2 }, skipped: { count: 2 } });
    expect(plan.value.ready.totals).toEqual([{ currency: "USD", amountMinor: 3 * 4290 }]);
    expect(plan.value.skipped.causes).toEqual([
      { refusal: expect.objectContaining({ code: "wrong_status" }), count: 1 },
      { refusal: { code: "not_found" }, count: 1 },
    ]);

    const bulkAct = await bulk.outcomeOf(seller, await run(seller, { selection: picked(ids), request }));
    const decided = request === OVERRIDE ? plan.value.decide.count : 0;
    expect(bulkAct.moved).toBe(plan.value.ready.count + decided);
    expect(bulkAct.refused + 1).toBe(plan.value.skipped.count + plan.value.decide.count - decided);
  });

  test("the same key again is the same job, also when both come at once", async () => {
    const seller = await aSeller(db);
    const ids = await bulk.someReturns(seller, await aChannel(db, seller), 5);
    const act = { selection: picked(ids), key: newId() };
    const answers = [...(await Promise.all([run(seller, act), run(seller, act)])), await run(seller, act)];
    const started = new Set(answers.map((answer) => answer.ok && answer.value.bulkActId));
    expect(started.size).toBe(1);
    expect(await bulk.eventsOf(seller, "authorize")).toHaveLength(5);
    const messages = await withSeller(db, seller.sellerId, (tx) =>
      tx.$count(outbox, eq(outbox.sellerId, seller.sellerId)),
    );
    expect(messages).toBe(5);
  });

  test("S1-16 two people authorizing the same 200 at once make one authorize event each", async () => {
    const seller = await aSeller(db);
    const ids = await bulk.someReturns(seller, await aChannel(db, seller), 200);
    const [one, two] = await Promise.all([
      run(seller, { selection: picked(ids) }),
      run(seller, { selection: picked([...ids].reverse()) }),
    ]);
    const [a, b] = [await bulk.outcomeOf(seller, one), await bulk.outcomeOf(seller, two)];
    expect(a.moved + b.moved).toBe(200);
    expect(a.refused + b.refused).toBe(200);
    const events = await bulk.eventsOf(seller, "authorize");
    expect(events).toHaveLength(200);
    expect(new Set(events.map(({ returnId }) => returnId)).size).toBe(200);
  });

  test("S1-16 all that matched a filter means what was there then, without what was left out", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const [kept, excluded] = await bulk.someReturns(seller, channelId, 2);
    await bulk.someReturns(seller, channelId, 1, { ...FRESH, now: LATER, requestedAt: LATER });
    const created = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, createdAt: returns.createdAt }).from(returns).orderBy(returns.createdAt),
    );
    const selection: Selection = {
      mode: "query",
      filter: emptyFilter("authorization_required"),
      snapshotAt: (created[1]?.createdAt ?? NOW).toISOString(),
      excludedIds: [excluded ?? ""],
    };
    const bulkAct = await bulk.outcomeOf(seller, await run(seller, { selection }));
    expect(bulkAct).toMatchObject({ total: 1, moved: 1 });
    expect((await bulk.eventsOf(seller, "authorize")).map(({ returnId }) => returnId)).toEqual([kept]);
  });

  test("S1-16 a job whose request died is finished by the worker, also by two workers at once", async () => {
    const seller = await aSeller(db);
    const ids = await bulk.someReturns(seller, await aChannel(db, seller), 4);
    const bulkActId = newId();
    await withSeller(db, seller.sellerId, async (tx) => {
      await insertBulkAct(tx, seller.sellerId, {
        id: bulkActId,
        key: newId(),
        subjectKind: "return",
        kind: "authorize",
        state: "running",
        input: { request: AUTHORIZE, notFound: [] },
        total: ids.length,
        createdBy: seller.owner.id,
        createdByName: seller.owner.name,
        createdAt: NOW,
      });
      await insertBulkItems(tx, seller.sellerId, bulkActId, ids);
      await insertBulkWork(tx, seller.sellerId, bulkActId, NOW);
    });
    const again = { sellerId: seller.sellerId, bulkActId, now: LATER };
    await Promise.all([continueBulk(db, BULK_SUBJECTS, again), continueBulk(db, BULK_SUBJECTS, again)]);
    await continueBulk(db, BULK_SUBJECTS, again);
    expect(await bulk.eventsOf(seller, "authorize")).toHaveLength(4);
    expect(await db.select().from(workItems).where(eq(workItems.id, bulkActId))).toEqual([]);
    const bulkAct = await withSeller(db, seller.sellerId, (tx) => findBulkAct(tx, seller.sellerId, bulkActId));
    expect(bulkAct).toMatchObject({ state: "done", moved: 4, refused: 0 });
  });

  test("a chunk costs the same six statements whatever its size", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const [few, many] = [await bulk.someReturns(seller, channelId, 2), await bulk.someReturns(seller, channelId, 40)];
    const costOf = (ids: string[]) => statementsOf(db, () => run(seller, { selection: picked(ids) }));
    const [small, large] = [await costOf(few), await costOf(many)];
    expect(large).toHaveLength(small.length);
    const lock = large.findIndex((statement) => statement.includes("for update of"));
    const outcomes = large.findIndex((statement) => statement.includes("update bulk_items"));
    expect(outcomes - lock + 1).toBeLessThanOrEqual(6);
  });

  test("more than ten thousand at once are refused with the limit, and nothing is begun", async () => {
    const seller = await aSeller(db);
    await bulk.someReturns(seller, await aChannel(db, seller), 1);
    await copiesOfReturn(db, seller, 10_000);
    const selection: Selection = {
      mode: "query",
      filter: emptyFilter("authorization_required"),
      snapshotAt: LATER.toISOString(),
      excludedIds: [],
    };
    const refusal = { code: "too_many_returns", limit: 10_000 };
    expect(await run(seller, { selection })).toEqual({ ok: false, refusal });
    expect(await withSeller(db, seller.sellerId, (tx) => tx.$count(bulkActs))).toBe(0);
  });

  test("the job of another seller is not found", async () => {
    const seller = await aSeller(db);
    const stranger = await aSeller(db);
    const ids = await bulk.someReturns(seller, await aChannel(db, seller), 1);
    const answer = await run(seller, { selection: picked(ids) });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const seen = await withSeller(db, stranger.sellerId, (tx) =>
      findBulkAct(tx, stranger.sellerId, answer.value.bulkActId),
    );
    expect(seen).toBeNull();
  });
});
