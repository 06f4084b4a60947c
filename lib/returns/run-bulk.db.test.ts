import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { findJob, insertBulkWork, insertJob, insertJobItems, listRefusedItems } from "@/db/queries/jobs";
import { jobs, orders, outbox, returnEvents, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { newId } from "../ids";
import type { BulkRequest } from "./bulk-request";
import { continueBulk } from "./continue-bulk";
import { closeMany } from "./decide-many";
import { emptyFilter } from "./filter";
import { preflight } from "./preflight";
import { runBulk } from "./run-bulk";
import type { Selection } from "./selection";

const NOW = new Date("2026-11-20T12:00:00Z");
const LATER = new Date(NOW.getTime() + 1000);
const OLD = { orderedOn: "2026-01-01", deliveredOn: "2026-01-05", now: NOW, requestedAt: NOW };
const FRESH = { orderedOn: "2026-11-10", deliveredOn: "2026-11-15", now: NOW, requestedAt: NOW };

const AUTHORIZE: BulkRequest = { move: "authorize", address: null };
const OVERRIDE: BulkRequest = { ...AUTHORIZE, overrideNote: "goodwill" };
const CLOSE = { move: "close", reason: "other", comments: { en: "No.", "zh-CN": "不行。" } } as const;

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const picked = (ids: readonly string[]): Selection => ({ mode: "ids", ids: [...ids] });
const actorOf = (seller: TestSeller) => ({ kind: "seller" as const, id: seller.owner.id, name: seller.owner.name });

type Run = { selection: Selection; request?: BulkRequest; key?: string; now?: Date };
const run = (seller: TestSeller, { selection, request = AUTHORIZE, key = newId(), now = LATER }: Run) =>
  runBulk(db, { sellerId: seller.sellerId, key, selection, request, actor: actorOf(seller), now });

async function outcomeOf(seller: TestSeller, answer: Awaited<ReturnType<typeof runBulk>>) {
  if (!answer.ok) throw new Error(answer.refusal.code);
  const { jobId } = answer.value;
  return withSeller(db, seller.sellerId, async (tx) => {
    const job = await findJob(tx, seller.sellerId, jobId);
    if (!job) throw new Error("no job");
    const refused = await listRefusedItems(tx, seller.sellerId, jobId, { after: -1, limit: 100 });
    return { ...job, refusals: refused.map(({ returnId, refusal }) => ({ id: returnId, code: refusal?.code })) };
  });
}

const eventsOf = (seller: TestSeller, kind: string) =>
  withSeller(db, seller.sellerId, (tx) =>
    tx
      .select({ returnId: returnEvents.returnId, jobId: returnEvents.jobId })
      .from(returnEvents)
      .where(and(eq(returnEvents.sellerId, seller.sellerId), eq(returnEvents.kind, kind))),
  );

async function someReturns(seller: TestSeller, channelId: string, count: number, options: object = FRESH) {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await aReturn(db, seller, { channelId, ...options })).id);
  return ids;
}

describe("authorize all selected returns", () => {
  test("S1-16 every selected return has its outcome, and what cannot be done says why", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const homeless = await aChannel(db, seller, { hasAddress: false });
    const [a, b] = await someReturns(seller, channelId, 2);
    const [late] = await someReturns(seller, channelId, 1, OLD);
    const [withoutAddress] = await someReturns(seller, homeless, 1);
    const [done] = await someReturns(seller, channelId, 1, { ...FRESH, status: "awaiting_return" });
    const stranger = await aSeller(db);
    const [foreign] = await someReturns(stranger, await aChannel(db, stranger), 1);
    const ids = [a, late, withoutAddress, done, foreign, b, a].map((id) => id ?? "");

    const job = await outcomeOf(seller, await run(seller, { selection: picked(ids) }));

    expect(job).toMatchObject({ state: "done", total: 6, moved: 2, refused: 3 });
    expect(job.input).toMatchObject({ notFound: [foreign] });
    expect(job.refusals).toEqual([
      { id: late, code: "needs_override" },
      { id: withoutAddress, code: "no_return_address" },
      { id: done, code: "wrong_status" },
    ]);
    expect((await eventsOf(seller, "authorize")).map(({ returnId }) => returnId).sort()).toEqual([a, b].sort());
    expect((await eventsOf(seller, "authorize")).every(({ jobId }) => jobId === job.id)).toBe(true);
    expect(await eventsOf(stranger, "authorize")).toEqual([]);
  });

  test.each([
    ["left out", AUTHORIZE],
    ["authorized anyway", OVERRIDE],
  ])("the preflight writes nothing and foretells the outcome, with the undecided %s", async (_, request) => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const ids = [
      ...(await someReturns(seller, channelId, 3)),
      ...(await someReturns(seller, channelId, 2, OLD)),
      ...(await someReturns(seller, channelId, 1, { ...FRESH, status: "received" })),
      newId(),
    ];
    const contents = () =>
      withSeller(db, seller.sellerId, (tx) =>
        tx.execute(sql`select (select json_agg(r order by id) from returns r) as returns,
          (select count(*) from return_events) as events, (select count(*) from jobs) as jobs,
          (select count(*) from outbox) as outbox, (select count(*) from deadlines) as deadlines`),
      );
    const before = await contents();
    const plan = await preflight(db, {
      sellerId: seller.sellerId,
      selection: picked(ids),
      request: { move: "authorize", isChannelAddress: true },
      actor: actorOf(seller),
      now: NOW,
    });
    expect(await contents()).toEqual(before);
    if (!plan.ok) throw new Error(plan.refusal.code);
    expect(plan.value).toMatchObject({ total: 7, ready: { count: 3 }, decide: { count: 2 }, skipped: { count: 2 } });
    expect(plan.value.ready.totals).toEqual([{ currency: "USD", amountMinor: 3 * 4290 }]);
    expect(plan.value.skipped.causes).toEqual([
      { refusal: expect.objectContaining({ code: "wrong_status" }), count: 1 },
      { refusal: { code: "not_found" }, count: 1 },
    ]);

    const job = await outcomeOf(seller, await run(seller, { selection: picked(ids), request }));
    const decided = request === OVERRIDE ? plan.value.decide.count : 0;
    expect(job.moved).toBe(plan.value.ready.count + decided);
    expect(job.refused + 1).toBe(plan.value.skipped.count + plan.value.decide.count - decided);
  });

  test("the same key again is the same job, also when both come at once", async () => {
    const seller = await aSeller(db);
    const ids = await someReturns(seller, await aChannel(db, seller), 5);
    const act = { selection: picked(ids), key: newId() };
    const answers = [...(await Promise.all([run(seller, act), run(seller, act)])), await run(seller, act)];
    const started = new Set(answers.map((answer) => answer.ok && answer.value.jobId));
    expect(started.size).toBe(1);
    expect(await eventsOf(seller, "authorize")).toHaveLength(5);
    const messages = await withSeller(db, seller.sellerId, (tx) =>
      tx.$count(outbox, eq(outbox.sellerId, seller.sellerId)),
    );
    expect(messages).toBe(5);
  });

  test("S1-16 two people authorizing the same 200 at once make one authorize event each", async () => {
    const seller = await aSeller(db);
    const ids = await someReturns(seller, await aChannel(db, seller), 200);
    const [one, two] = await Promise.all([
      run(seller, { selection: picked(ids) }),
      run(seller, { selection: picked([...ids].reverse()) }),
    ]);
    const [a, b] = [await outcomeOf(seller, one), await outcomeOf(seller, two)];
    expect(a.moved + b.moved).toBe(200);
    expect(a.refused + b.refused).toBe(200);
    const events = await eventsOf(seller, "authorize");
    expect(events).toHaveLength(200);
    expect(new Set(events.map(({ returnId }) => returnId)).size).toBe(200);
  });

  test("S1-16 all that matched a filter means what was there then, without what was left out", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const [kept, excluded] = await someReturns(seller, channelId, 2);
    await someReturns(seller, channelId, 1, { ...FRESH, now: LATER, requestedAt: LATER });
    const created = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, createdAt: returns.createdAt }).from(returns).orderBy(returns.createdAt),
    );
    const selection: Selection = {
      mode: "query",
      filter: emptyFilter("authorization_required"),
      snapshotAt: (created[1]?.createdAt ?? NOW).toISOString(),
      excludedIds: [excluded ?? ""],
    };
    const job = await outcomeOf(seller, await run(seller, { selection }));
    expect(job).toMatchObject({ total: 1, moved: 1 });
    expect((await eventsOf(seller, "authorize")).map(({ returnId }) => returnId)).toEqual([kept]);
  });

  test("S1-16 a job whose request died is finished by the worker, also by two workers at once", async () => {
    const seller = await aSeller(db);
    const ids = await someReturns(seller, await aChannel(db, seller), 4);
    const jobId = newId();
    await withSeller(db, seller.sellerId, async (tx) => {
      await insertJob(tx, seller.sellerId, {
        id: jobId,
        key: newId(),
        kind: "authorize",
        state: "running",
        input: { request: AUTHORIZE, notFound: [] },
        total: ids.length,
        createdBy: seller.owner.id,
        createdByName: seller.owner.name,
        createdAt: NOW,
      });
      await insertJobItems(tx, seller.sellerId, jobId, ids);
      await insertBulkWork(tx, seller.sellerId, jobId, NOW);
    });
    const again = { sellerId: seller.sellerId, jobId, now: LATER };
    await Promise.all([continueBulk(db, again), continueBulk(db, again)]);
    await continueBulk(db, again);
    expect(await eventsOf(seller, "authorize")).toHaveLength(4);
    expect(await db.select().from(workItems).where(eq(workItems.id, jobId))).toEqual([]);
    const job = await withSeller(db, seller.sellerId, (tx) => findJob(tx, seller.sellerId, jobId));
    expect(job).toMatchObject({ state: "done", moved: 4, refused: 0 });
  });

  test("a chunk costs the same six statements whatever its size", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const [few, many] = [await someReturns(seller, channelId, 2), await someReturns(seller, channelId, 40)];
    const costOf = (ids: string[]) => statementsOf(db, () => run(seller, { selection: picked(ids) }));
    const [small, large] = [await costOf(few), await costOf(many)];
    expect(large).toHaveLength(small.length);
    const lock = large.findIndex((statement) => statement.includes("for update of"));
    const outcomes = large.findIndex((statement) => statement.includes("update job_items"));
    expect(outcomes - lock + 1).toBeLessThanOrEqual(6);
  });

  test("more than ten thousand at once are refused with the limit, and nothing is begun", async () => {
    const seller = await aSeller(db);
    await someReturns(seller, await aChannel(db, seller), 1);
    await copiesOfReturn(db, seller, 10_000);
    const selection: Selection = {
      mode: "query",
      filter: emptyFilter("authorization_required"),
      snapshotAt: LATER.toISOString(),
      excludedIds: [],
    };
    const refusal = { code: "too_many_returns", limit: 10_000 };
    expect(await run(seller, { selection })).toEqual({ ok: false, refusal });
    expect(await withSeller(db, seller.sellerId, (tx) => tx.$count(jobs))).toBe(0);
  });

  test("the job of another seller is not found", async () => {
    const seller = await aSeller(db);
    const stranger = await aSeller(db);
    const ids = await someReturns(seller, await aChannel(db, seller), 1);
    const answer = await run(seller, { selection: picked(ids) });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const seen = await withSeller(db, stranger.sellerId, (tx) => findJob(tx, stranger.sellerId, answer.value.jobId));
    expect(seen).toBeNull();
  });
});

describe("close requests together", () => {
  test("S2-02 prepaid-eligible requests are left open with the reason, the others are closed", async () => {
    const seller = await aSeller(db);
    const prepaid = await aChannel(db, seller, { hasPrepaid: true });
    const plain = await aChannel(db, seller);
    const [kept] = await someReturns(seller, prepaid, 1);
    const [closed] = await someReturns(seller, plain, 1);
    const job = await outcomeOf(
      seller,
      await run(seller, { selection: picked([kept ?? "", closed ?? ""]), request: CLOSE }),
    );
    expect(job).toMatchObject({ moved: 1, refused: 1 });
    expect(job.refusals).toEqual([{ id: kept, code: "prepaid_eligible" }]);
  });

  test("S2-06 each buyer is told in their own language, with their own order", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const reader = await aReturn(db, seller, { channelId, ...FRESH, buyerName: "Li Na" });
    const other = await aReturn(db, seller, { channelId, ...FRESH });
    await withSeller(db, seller.sellerId, (tx) =>
      tx.update(orders).set({ buyerLocale: "zh-CN" }).where(eq(orders.id, reader.orderId)),
    );
    const comments = { en: "{buyerName}: {orderNumber}", "zh-CN": "{buyerName}，{orderNumber}" };
    await run(seller, { selection: picked([reader.id, other.id]), request: { ...CLOSE, reason: "other", comments } });
    const told = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, comment: returns.closeComment }).from(returns),
    );
    expect(new Map(told.map(({ id, comment }) => [id, comment]))).toEqual(
      new Map([
        [reader.id, `Li Na，O-${reader.orderId}`],
        [other.id, `customer: O-${other.orderId}`],
      ]),
    );
  });

  test("S2-06 S2-07 a comment is asked for and told in each language that the buyers read, of any language", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const reads = async (buyerLocale: string | null) =>
      (await aReturn(db, seller, { channelId, ...FRESH, ...(buyerLocale ? { buyerLocale } : {}) })).id;
    const [austrian, german, pole, unknown] = [
      await reads("de-AT"),
      await reads("de"),
      await reads("pl"),
      await reads(null),
    ];
    const selection = picked([austrian, german, pole, unknown]);
    const who = { sellerId: seller.sellerId, actor: actorOf(seller), now: LATER };

    const seen = await preflight(db, { ...who, selection, request: { move: "close" } });
    expect(seen.ok && seen.value.languages).toEqual([
      { language: "de", count: 2 },
      { language: "en", count: 1 },
      { language: "pl", count: 1 },
    ]);

    const form = { key: newId(), selection, reason: "other", note: "", languages: ["de", "en", "pl"] };
    const refused = await closeMany(db, who, { ...form, comments: { en: "{buyerName}: no", de: "" } });
    const fields = { "comments.de": ["required"], "comments.pl": ["required"] };
    expect(refused).toEqual({ ok: false, refusal: { code: "invalid", fields } });

    const comments = { en: "{buyerName}: no", de: "{buyerName}: nein" };
    expect(await closeMany(db, who, { ...form, languages: ["de", "en"], comments })).toMatchObject({ ok: true });
    const told = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: returns.id, comment: returns.closeComment }).from(returns),
    );
    expect(new Map(told.map(({ id, comment }) => [id, comment]))).toEqual(
      new Map([
        [austrian, "Kunde: nein"],
        [german, "Kunde: nein"],
        [pole, "customer: no"],
        [unknown, "customer: no"],
      ]),
    );
  });
});
