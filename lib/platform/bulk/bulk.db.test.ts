import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aSeller, ownerOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { lampStore, lamps, lampTables, someLamps } from "../moves/lamps-testing";
import { moveIn } from "../moves/writer";
import { workOnce } from "../queue/work";
import { type BulkSubject, beginBulk, continueBulk, doAtOnce } from "./bulk";

/** Many lamps at once: a machine that is no return, by its own store and moves. */
const request = z.object({ move: z.enum(["light", "undo"]), colour: z.string().optional() });
let told: string[] = [];
let failing: string | null = null;
const lampsInBulk: BulkSubject<z.infer<typeof request>> = {
  kind: "lamp",
  request,
  own: async (tx, sellerId, ids) => [...(await lampStore.lock(tx, sellerId, ids))],
  async move(tx, act) {
    if (failing && act.ids.includes(failing)) throw new Error("a fuse is blown");
    const { written, refused } = await moveIn(
      tx,
      { machine: lamps, store: lampStore, actor: "person" },
      act,
      async (plan) => plan,
    );
    return { moved: written.map(({ subject }) => subject.id), refused };
  },
  ended: async (_, { bulkActId }) => void told.push(bulkActId),
};
const SUBJECTS = [lampsInBulk];
const never = new AbortController().signal;

let db: Db;
beforeAll(async () => {
  db = await testDb();
  await lampTables(db);
  // The product has no lamps: its own check knows the moves of its own machines.
  await (await ownerOf(db)).unsafe("alter table bulk_acts drop constraint bulk_acts_kind");
});

async function aHouse() {
  const { sellerId, owner } = await aSeller(db);
  const actor = { kind: "person" as const, id: owner.id, name: owner.name };
  const who = { sellerId, actor, now: new Date() };
  const inside = <T>(act: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, act);
  const begin = (ids: readonly string[], asked: z.infer<typeof request>, key = newId()) =>
    inside((tx) => beginBulk(tx, lampsInBulk, who, { key, ids, request: asked }));
  return {
    begin,
    atOnce: async (...asked: Parameters<typeof begin>) => {
      const begun = await begin(...asked);
      await doAtOnce(db, SUBJECTS, who, begun);
      return begun;
    },
    lamps: (count: number, isWired = true) => inside((tx) => someLamps(tx, sellerId, count, isWired)),
    goOn: (bulkActId: string, more: { isLastAttempt?: boolean } = {}) =>
      continueBulk(db, SUBJECTS, { sellerId, bulkActId, now: new Date(), ...more }),
    /** How many came out how, and how the act stands. */
    outcomes: async (bulkActId: string) => {
      const rows = await inside((tx) =>
        tx.execute<{ how: string; count: number }>(sql`
          select coalesce(refusal->>'code', outcome, 'pending') as how, count(*)::int as count from bulk_items
          where seller_id = ${sellerId} and bulk_act_id = ${bulkActId} group by 1 order by 1`),
      );
      const [bulkAct] = await inside((tx) => tx.execute(sql`select state from bulk_acts where id = ${bulkActId}`));
      return { ...Object.fromEntries(rows.map(({ how, count }) => [how, count])), state: bulkAct?.state };
    },
    status: async (id: string) =>
      (await inside((tx) => tx.execute<{ status: string }>(sql`select status from lamps where id = ${id}`)))[0]?.status,
    events: async (bulkActId: string) =>
      inside(async (tx) => [...(await tx.execute(sql`select id from events where bulk_act_id = ${bulkActId}`))].length),
  };
}

describe("a bulk act on subjects that are no returns", () => {
  it("S1-16 has an outcome for each, and is taken back as another one", async () => {
    const house = await aHouse();
    const [wired, unwired] = [await house.lamps(3), await house.lamps(2, false)];
    const [stranger = ""] = await (await aHouse()).lamps(1);
    const { bulkActId, total } = await house.atOnce([...wired, ...unwired, stranger], { move: "light", colour: "red" });
    expect([total, await house.outcomes(bulkActId)]).toEqual([6, { moved: 3, not_wired: 2, state: "done" }]);
    const [input] = await withSeller(db, (await aSeller(db)).sellerId, (tx) =>
      tx.execute(sql`select id from bulk_acts`),
    );
    expect(input).toBeUndefined();
    expect([await house.status(wired[0] ?? ""), await house.status(unwired[0] ?? "")]).toEqual(["lit", "dark"]);
    const back = await house.atOnce(wired, { move: "undo" });
    expect(await house.outcomes(back.bulkActId)).toEqual({ moved: 3, state: "done" });
    expect(await house.status(wired[0] ?? "")).toBe("dark");
    expect(told).toEqual([]);
  });

  it("is one act for one key, and one move each, by however many at once", async () => {
    const house = await aHouse();
    const ids = await house.lamps(4);
    const key = newId();
    const both = await Promise.all([1, 2].map(() => house.atOnce(ids, { move: "light", colour: "red" }, key)));
    const [{ bulkActId } = { bulkActId: "" }] = both;
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(new Set(both.map((begun) => begun.bulkActId)).size).toBe(1);
    await Promise.all([house.goOn(bulkActId), house.goOn(bulkActId)]);
    expect([await house.outcomes(bulkActId), await house.events(bulkActId)]).toEqual([{ moved: 4, state: "done" }, 4]);
  });

  it("goes to the worker beyond a thousand, who tells once how it ended", async () => {
    const house = await aHouse();
    const ids = await house.lamps(1001);
    const { bulkActId } = await house.atOnce(ids, { move: "light", colour: "red" });
    expect(await house.outcomes(bulkActId)).toEqual({ pending: 1001, state: "queued" });
    told = [];
    await workOnce(db, "bulk", (_, { id }) => house.goOn(id), never);
    await house.goOn(bulkActId);
    expect([await house.outcomes(bulkActId), told]).toEqual([{ moved: 1001, state: "done" }, [bulkActId]]);
  });

  it("gives up at its last attempt what fails, and does the rest", async () => {
    const house = await aHouse();
    const ids = await house.lamps(30);
    failing = ids[25] ?? null;
    const { bulkActId } = await house.begin(ids, { move: "light", colour: "red" });
    await expect(house.goOn(bulkActId)).rejects.toThrow("a fuse is blown");
    expect(await house.outcomes(bulkActId)).toEqual({ pending: 30, state: "running" });
    await house.goOn(bulkActId, { isLastAttempt: true });
    failing = null;
    expect(await house.outcomes(bulkActId)).toEqual({ moved: 20, not_done: 10, state: "done" });
  });
});
