import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn, type TestSeller, testDb } from "@/db/testing";
import { bulkActCsv } from "@/lib/bulk/bulk-act-csv";
import { BULK_ACT_LIST, BULK_ACTS } from "@/lib/bulk/bulk-act-list";
import { BULK_ITEMS } from "@/lib/bulk/bulk-items";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { newId } from "@/lib/kernel/ids";
import { moveReturns } from "@/lib/returns/move-returns";
import { matchingReturns } from "@/lib/returns/returns-list";
import { emptyFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import { readBulkAct } from "./read-bulk-act";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const actorOf = ({ owner }: TestSeller) => ({ kind: "person" as const, id: owner.id, name: owner.name });

const viewOf = (query: string) => BULK_ITEMS.read(Object.fromEntries(new URLSearchParams(query)));
type Found = Awaited<ReturnType<typeof readBulkAct>>;
const besides = (found: Found) => BULK_ITEMS.links("", BULK_ITEMS.usual(), found ?? { previous: null, next: null });

async function shop(count: number) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const { id, orderId } = await aReturn(db, seller, { channelId: await aChannel(db, seller) });
  const within = <T>(read: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, read);
  await copiesOfReturn(db, seller, count - 1);
  const start = async (selection: Selection): Promise<string> => {
    const ctx = { db, sellerId, actor: actorOf(seller), now: new Date() };
    const answer = await runBulk(ctx, { key: newId(), selection, request: { move: "authorize", address: null } });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.bulkActId;
  };
  const all = (): Selection => ({
    mode: "query",
    filter: emptyFilter("authorization_required"),
    snapshotAt: new Date(Date.now() + 1000).toISOString(),
    excludedIds: [],
  });
  const read = (bulkActId: string, query = "") =>
    readBulkAct(db, { sellerId, bulkActId, view: viewOf(query), now: new Date() });
  return { seller, sellerId, id, orderId, within, start, all, read };
}

describe("the pages of jobs", () => {
  test("an outcome is read a page at a time, by outcome, forth and back, and by no other seller", async () => {
    const { sellerId, id, within, start, all, read } = await shop(120);
    await within((tx) => tx.execute(sql`update returns set status = 'received' where id = ${id}`));
    const bulkActId = await start(all());
    const first = await read(bulkActId);
    expect(first).toMatchObject({ moved: 119, refused: 0, previous: null });
    expect(first?.rows).toHaveLength(50);
    const second = await read(bulkActId, besides(first).nextHref ?? "");
    expect(second?.rows[0]?.position).toBe(50);
    const back = await read(bulkActId, besides(second).previousHref ?? "");
    expect(back?.rows).toEqual(first?.rows);
    expect(await read(bulkActId, "show=refused")).toMatchObject({ rows: [], previous: null, next: null });
    const stranger = await aSeller(db);
    const view = BULK_ITEMS.usual();
    expect(await readBulkAct(db, { sellerId: stranger.sellerId, bulkActId, view, now: new Date() })).toBeNull();
    const listed = await withSeller(db, stranger.sellerId, (tx) =>
      BULK_ACT_LIST.page(tx, { sellerId: stranger.sellerId }, BULK_ACTS.usual()),
    );
    expect(listed).toEqual({ rows: [], previous: null, next: null });
    const own = await within((tx) => BULK_ACT_LIST.page(tx, { sellerId }, BULK_ACTS.usual()));
    expect(own).toMatchObject({ rows: [{ id: bulkActId }], previous: null, next: null });
  });

  test("jobs are listed newest first with their counts, a page told by the job before or after it", async () => {
    const { sellerId, id, within, start } = await shop(1);
    const one: Selection = { mode: "ids", ids: [id] };
    const made = [await start(one), await start(one), await start({ mode: "ids", ids: [id, newId()] })];
    const read = (place: Partial<ReturnType<typeof BULK_ACTS.usual>>) =>
      within((tx) => BULK_ACT_LIST.page(tx, { sellerId }, { ...BULK_ACTS.usual(), per: 2, ...place }));
    const newest = [...made].reverse();
    const first = await read({});
    expect(first.rows.map((bulkAct) => bulkAct.id)).toEqual(newest.slice(0, 2));
    const second = await read({ after: first.next });
    expect(second.rows.map((bulkAct) => bulkAct.id)).toEqual(newest.slice(2));
    expect((await read({ before: second.previous })).rows.map((bulkAct) => bulkAct.id)).toEqual(newest.slice(0, 2));
    expect(first.rows[0]).toMatchObject({ total: 2, moved: 0, refused: 1, notFound: 1, state: "done" });
    expect(second.rows[0]).toMatchObject({ moved: 1, refused: 0, notFound: 0 });
  });

  test("the CSV holds every return of the job, and no cell that a spreadsheet would run", async () => {
    const { sellerId, orderId, within, start, all } = await shop(600);
    await within((tx) => tx.update(orders).set({ number: "=HYPERLINK(1)" }).where(eq(orders.id, orderId)));
    const bulkActId = await start(all());
    const missing = newId();
    const text = async (who: string) => {
      const listed = {
        bulkActId,
        notFound: [missing],
        reasonOf: ({ code }: { code: string }) => `@${code}`,
      };
      let csv = "";
      for await (const part of bulkActCsv({ db, sellerId: who }, listed)) csv += part;
      return csv;
    };
    const csv = await text(sellerId);
    expect(csv.startsWith('\uFEFF"return","rma","order","outcome"')).toBe(true);
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + 600 + 1);
    expect(lines[1]).toMatch(/^"R-\d+","RMA-[^"]+","'=HYPERLINK\(1\)","moved",/);
    expect(lines.at(-1)).toContain(`"not_found","not_found","'@not_found"`);
    expect((await text((await aSeller(db)).sellerId)).split("\r\n")).toHaveLength(3);
  });

  test("what a job left undone is a list of its own, however long, and nothing to another seller", async () => {
    const { sellerId, within, start, read } = await shop(130);
    const rows = await within((tx) => tx.execute<{ id: string }>(sql`select id from returns order by id`));
    const ids = rows.map(({ id }) => id);
    const gone = ids.slice(0, 70);
    for (const id of gone)
      await within((tx) => tx.execute(sql`update returns set status = 'received' where id = ${id}`));
    const bulkActId = await start({ mode: "ids", ids });
    expect(await read(bulkActId, "show=refused")).toMatchObject({ causes: [{ code: "wrong_status", count: 70 }] });
    expect((await read(bulkActId, "show=refused&why=wrong_status"))?.rows).toHaveLength(50);
    expect((await read(bulkActId, "show=refused&why=no_return_address"))?.rows).toEqual([]);
    const filter = { ...emptyFilter("all"), notDoneBy: bulkActId };
    const request = { snapshotAt: new Date(Date.now() + 1000), excludedIds: [], limit: 1000 };
    const undone = await within((tx) => matchingReturns(tx, sellerId, filter, request));
    expect(undone.toSorted()).toEqual(gone);
    const { sellerId: stranger } = await aSeller(db);
    expect(await withSeller(db, stranger, (tx) => matchingReturns(tx, stranger, filter, request))).toEqual([]);
  });

  test("P-03 a decision of a job that was undone since reads as undone", async () => {
    const { seller, sellerId, id, start, read } = await shop(2);
    const bulkActId = await start({ mode: "ids", ids: [id] });
    expect(await read(bulkActId)).toMatchObject({ undoUntil: expect.any(Date), rows: [{ isUndone: false }] });
    const undo = { move: "undo" as const, bulkActId };
    await moveReturns({ db, sellerId, actor: actorOf(seller), now: new Date() }, { ids: [id], request: undo });
    expect(await read(bulkActId)).toMatchObject({ undoUntil: null, rows: [{ isUndone: true }] });
  });
});
