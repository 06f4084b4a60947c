import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { events, outbox, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn, ownerOf, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { continueBulk } from "@/lib/platform/bulk/bulk";
import { stopBulk } from "@/lib/platform/bulk/run-bulk";
import { workOnce } from "@/lib/platform/queue/work";
import { emptyFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import { listOwnNews, markBulkActSeen } from "./bulk-act-list";
import type { BulkRequest } from "./bulk-request";
import { findOutcome } from "./find-outcome";
import { BULK_SUBJECTS, bulkWork, retryBulkAct, runBulk } from "./returns-in-bulk";

const AUTHORIZE: BulkRequest = { move: "authorize", address: null };
const never = new AbortController().signal;

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const actorOf = ({ owner }: TestSeller) => ({ kind: "person" as const, id: owner.id, name: owner.name });

async function shop(count: number, options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const { id } = await aReturn(db, seller, { channelId });
  await copiesOfReturn(db, seller, count - 1);
  const within = <T>(read: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, read);
  const start = async (selection: Selection, key = newId()): Promise<string> => {
    const ctx = { db, sellerId, actor: actorOf(seller), now: new Date() };
    const answer = await runBulk(ctx, { key, selection, request: AUTHORIZE });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.bulkActId;
  };
  const all = (): Selection => ({
    mode: "query",
    filter: emptyFilter("authorization_required"),
    snapshotAt: new Date(Date.now() + 1000).toISOString(),
    excludedIds: [],
  });
  const read = (bulkActId: string) => findOutcome(db, sellerId, bulkActId, { after: -1 });
  const authorized = () => within((tx) => tx.$count(events, eq(events.kind, "authorize")));
  const told = () =>
    within((tx) =>
      tx.select({ key: outbox.dedupeKey, data: outbox.data }).from(outbox).where(eq(outbox.kind, "team.job_done")),
    );
  return { seller, sellerId, id, within, start, all, read, authorized, told };
}

const dueNow = (bulkActId: string) =>
  db.execute(sql`/* of the test */ update work_items set due_at = now() - interval '1 s' where id = ${bulkActId}`);
const workOf = (bulkActId: string) => db.select().from(workItems).where(eq(workItems.id, bulkActId));

describe("a job of more than a request may do", () => {
  test("S1-16 more than a thousand are left to the worker, which tells the team once when it is done", async () => {
    const { sellerId, seller, within, start, all, read, authorized, told } = await shop(1001);
    const bulkActId = await start(all());
    expect(await read(bulkActId)).toMatchObject({ state: "queued", total: 1001, moved: 0 });
    await dueNow(bulkActId);
    await workOnce(db, "bulk", bulkWork, never);
    expect(await read(bulkActId)).toMatchObject({ state: "done", moved: 1001, refused: 0, seenAt: null });
    expect(await authorized()).toBe(1001);
    expect(await told()).toEqual([{ key: `team.job_done:${bulkActId}`, data: { bulkActId } }]);
    await continueBulk(db, BULK_SUBJECTS, { sellerId, bulkActId, now: new Date() });
    expect(await told()).toHaveLength(1);

    const news = () => within((tx) => listOwnNews(tx, sellerId, seller.owner.id, { since: new Date(0), limit: 5 }));
    expect((await news()).map(({ id }) => id)).toEqual([bulkActId]);
    await within((tx) => markBulkActSeen(tx, sellerId, bulkActId, { userId: newId(), now: new Date() }));
    expect(await news()).toHaveLength(1);
    await within((tx) => markBulkActSeen(tx, sellerId, bulkActId, { userId: seller.owner.id, now: new Date() }));
    expect(await news()).toEqual([]);
  });

  test("a job that was done in its request is no news to anybody", async () => {
    const { sellerId, seller, within, start, all, told } = await shop(3);
    await start(all());
    expect(await told()).toEqual([]);
    const news = await within((tx) => listOwnNews(tx, sellerId, seller.owner.id, { since: new Date(0), limit: 5 }));
    expect(news).toEqual([]);
  });
});

describe("a job that keeps failing", () => {
  test("ends after five attempts: what can be done is done, the rest says that it was not", async () => {
    const { sellerId, id, within, start, all, read, told } = await shop(60);
    const owner = await ownerOf(db);
    await owner.unsafe(`create function poison() returns trigger language plpgsql as $$
      begin if new.id = '${id}' then raise 'poisoned'; end if; return new; end $$`);
    await owner.unsafe("create trigger poison before update on returns for each row execute function poison()");
    const bulkActId = await start(all());
    expect(await read(bulkActId)).toMatchObject({ state: "running", moved: 0 });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await workOf(bulkActId)).toMatchObject([{ attempts: attempt - 1 }]);
      await dueNow(bulkActId);
      await workOnce(db, "bulk", bulkWork, never);
    }
    await owner.unsafe("drop trigger poison on returns");
    expect(await workOf(bulkActId)).toEqual([]);
    expect(await told()).toHaveLength(1);
    const bulkAct = await read(bulkActId);
    expect(bulkAct).toMatchObject({ state: "done", moved: 40, refused: 20 });
    expect(new Set(bulkAct?.refusedItems.map(({ refusal }) => refusal?.code))).toEqual(new Set(["not_done"]));
    expect(bulkAct?.refusedItems.map(({ returnId }) => returnId)).toContain(id);

    const key = newId();
    const actor = { kind: "person" as const, id: newId(), name: "Ada" };
    const retry = (who = sellerId) => retryBulkAct({ db, sellerId: who, actor, now: new Date() }, { bulkActId, key });
    expect(await retry((await aSeller(db)).sellerId)).toEqual({ ok: false, refusal: { code: "not_found" } });
    const answers = [...(await Promise.all([retry(), retry()])), await retry()];
    const again = new Set(answers.map((answer) => answer.ok && answer.value.bulkActId));
    expect(again.size).toBe(1);
    const [retried] = again;
    expect(await read(String(retried))).toMatchObject({ state: "done", total: 20, moved: 20, refused: 0 });
    expect(await within((tx) => tx.$count(events, eq(events.kind, "authorize")))).toBe(60);
  });
});

describe("a job that is stopped", () => {
  test("what is done stays done, what has not begun says that it was stopped", async () => {
    const { seller, sellerId, start, all, read, authorized, told } = await shop(1001);
    const bulkActId = await start(all());
    const stop = (who = sellerId) =>
      stopBulk({ db, sellerId: who, actor: actorOf(seller), now: new Date() }, { bulkActId });
    expect(await stop((await aSeller(db)).sellerId)).toEqual({ ok: false, refusal: { code: "not_found" } });
    const ending = new AbortController();
    const working = continueBulk(db, BULK_SUBJECTS, { sellerId, bulkActId, now: new Date(), signal: ending.signal });
    const answer = await stop();
    await working;
    const bulkAct = await read(bulkActId);
    const stopped = answer.ok ? answer.value.stopped : -1;
    expect(bulkAct).toMatchObject({ state: "done", moved: 1001 - stopped, refused: stopped });
    expect(await authorized()).toBe(1001 - stopped);
    expect(await workOf(bulkActId)).toEqual([]);
    expect((await told()).length).toBe(0);
    expect(await stop()).toEqual({ ok: true, value: { stopped: 0 } });
  });
});
