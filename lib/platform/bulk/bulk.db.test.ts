import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, ownerOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { auditFileOf, eventsOf } from "../audit/audit-testing";
import { type LampWords, lampStore, lamps, lampTables, someLamps } from "../moves/lamps-testing";
import { type Act, moveIn, type Plan, planMoves, type RefusalOf } from "../moves/writer";
import { workOnce } from "../queue/work";
import { continueBulk } from "./bulk";
import { findBulkAct } from "./find-bulk-act";
import { planBulk, retryBulk, runBulk, stopBulk, undoBulk } from "./run-bulk";
import type { AnyBulkSubject, BulkSubject } from "./subject";

/** Many lamps at once: a machine that is no return, by its own list, limits, store and moves. */
const request = z.object({ move: z.literal("light"), colour: z.string().optional() });
type Light = z.infer<typeof request>;
type NoStart = { code: "too_many_lamps" | "no_lamps" | "weak_fuse" | "too_red" };
const AT_MOST = 1500;
let told: string[] = [];
let failing: string | null = null;
/** What one person may light at once, in all and in red. */
let fuse = { all: AT_MOST, red: AT_MOST };
const move = async (tx: Parameters<typeof moveIn>[0], act: Act<{ move: string }>) => {
  const house = { machine: lamps, store: lampStore, actor: "person" as const };
  const { written, refused } = await moveIn(tx, house, act, async (plan) => plan);
  return { moved: written.map(({ subject }) => subject.id), refused };
};
const lampsInBulk: BulkSubject<Light, { mode: "dark" }, Plan<LampWords>, NoStart, RefusalOf<LampWords>> = {
  kind: "lamp",
  request,
  async select(tx, sellerId, selection) {
    const dark = await tx.execute<{ id: string }>(
      sql`select id from lamps where seller_id = ${sellerId} and status = 'dark' order by id`,
    );
    const ids = selection.mode === "ids" ? selection.ids : dark.map(({ id }) => id);
    if (ids.length > AT_MOST) return refuse({ code: "too_many_lamps" });
    return ids.length === 0 ? refuse({ code: "no_lamps" }) : ok(ids);
  },
  overCount: async (_, _acting, count) => (count > fuse.all ? { code: "weak_fuse" } : null),
  overSum: async (_, { ids, request: { colour } }) =>
    colour === "red" && ids.length > fuse.red ? { code: "too_red" } : null,
  own: async (tx, sellerId, ids) => [...(await lampStore.lock(tx, sellerId, ids))],
  plan: async (tx, act, unasked) =>
    planMoves(lamps, await lampStore.load(tx, act.sellerId, act.ids), act, "person", unasked),
  async move(tx, act) {
    if (failing && act.ids.includes(failing)) throw new Error("a fuse is blown");
    return move(tx, act);
  },
  undo: (tx, { bulkActId: _, ...act }) => move(tx, { ...act, request: { move: "undo" } }),
  retryable: ["not_wired", "not_done", "stopped"],
  ended: async (_, { bulkActId }) => void told.push(bulkActId),
};
const SUBJECTS: readonly AnyBulkSubject<NoStart | RefusalOf<LampWords>>[] = [lampsInBulk];
const never = new AbortController().signal;
const RED: Light = { move: "light", colour: "red" };

let db: Db;
beforeAll(async () => {
  db = await testDb();
  await lampTables(db);
  // The product has no lamps: its own check knows the moves of its own machines.
  await (await ownerOf(db)).unsafe("alter table bulk_acts drop constraint bulk_acts_kind");
});

async function aHouse() {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const ctx = { db, sellerId, actor: { kind: "person" as const, id: owner.id, name: owner.name }, now: new Date() };
  const inside = <T>(act: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, act);
  const run = (selection: Parameters<typeof lampsInBulk.select>[2], key = newId(), asked = RED) =>
    runBulk(ctx, lampsInBulk, { key, selection, request: asked });
  return {
    ctx,
    run,
    /** The act that lights these; a refusal is no act. */
    light: async (ids: string[], key?: string) => {
      const answer = await run({ mode: "ids", ids }, key);
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value.bulkActId;
    },
    lamps: (count: number, isWired = true) => inside((tx) => someLamps(tx, sellerId, count, isWired)),
    /** Lamps of a return, under which a person reads of them. */
    lampsOfReturn: async (count: number) => {
      const { id, number } = await aReturn(db, seller, { channelId: await aChannel(db, seller) });
      return { number, ids: await inside((tx) => someLamps(tx, sellerId, count, true, id)) };
    },
    wire: (ids: string[]) =>
      inside((tx) => tx.execute(sql`update lamps set is_wired = true where id in (${sql.join(ids, sql`, `)})`)),
    goOn: (bulkActId: string, more: { isLastAttempt?: boolean } = {}) =>
      continueBulk(db, SUBJECTS, { sellerId, bulkActId, now: new Date(), ...more }),
    /** How many came out how, and how the act stands. */
    outcomes: async (bulkActId: string) => {
      const rows = await inside((tx) =>
        tx.execute<{ how: string; count: number }>(sql`
          select coalesce(refusal->>'code', outcome, 'pending') as how, count(*)::int as count from bulk_items
          where seller_id = ${sellerId} and bulk_act_id = ${bulkActId} group by 1 order by 1`),
      );
      const state = (await inside((tx) => findBulkAct(tx, sellerId, bulkActId)))?.state;
      return { ...Object.fromEntries(rows.map(({ how, count }) => [how, count])), state };
    },
    statuses: async () => {
      const rows = await inside((tx) =>
        tx.execute<{ how: string }>(sql`select status as how from lamps where seller_id = ${sellerId} order by id`),
      );
      return rows.map(({ how }) => how);
    },
    events: async (bulkActId: string) =>
      inside(async (tx) => [...(await tx.execute(sql`select id from events where bulk_act_id = ${bulkActId}`))].length),
    acts: async () => inside(async (tx) => [...(await tx.execute(sql`select id from bulk_acts`))].length),
  };
}

describe("a bulk act on subjects that are no returns", () => {
  it("S1-16 tells before what it would do, has an outcome for each, and is taken back whole", async () => {
    const house = await aHouse();
    const ids = [...(await house.lamps(3)), ...(await house.lamps(2, false))];
    const [stranger = ""] = await (await aHouse()).lamps(1);
    const look = (unasked: readonly string[]) =>
      withSeller(db, house.ctx.sellerId, (tx) =>
        planBulk(tx, lampsInBulk, house.ctx, { selection: { mode: "dark" }, request: { move: "light" }, unasked }),
      );
    const seen = await look(["colour"]);
    expect(seen).toMatchObject({ value: { total: 5, plan: { refused: [{ refusal: { code: "not_wired" } }, {}] } } });
    expect(seen.ok && seen.value.plan.moves.map(({ missing }) => missing)).toEqual([
      ["colour"],
      ["colour"],
      ["colour"],
    ]);
    expect(await look([])).toMatchObject({ value: { plan: { moves: [], refused: { length: 5 } } } });
    expect(await house.acts()).toBe(0);

    const before = await house.statuses();
    const bulkActId = await house.light([...ids, stranger]);
    expect(await house.outcomes(bulkActId)).toEqual({ moved: 3, not_wired: 2, state: "done" });
    expect((await house.statuses()).filter((how) => how === "lit")).toHaveLength(3);
    expect(await (await aHouse()).acts()).toBe(0);

    expect(await undoBulk((await aHouse()).ctx, SUBJECTS, { bulkActId })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await undoBulk(house.ctx, SUBJECTS, { bulkActId })).toEqual({ ok: true, value: { undone: 3, kept: 0 } });
    expect(await house.statuses()).toEqual(before);
    expect(await undoBulk(house.ctx, SUBJECTS, { bulkActId })).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(told).toEqual([]);
  });

  it("is told by the audit, move for move, with who did it in which act, and what was taken back", async () => {
    const house = await aHouse();
    const { ids, number } = await house.lampsOfReturn(2);
    const told = async () =>
      (await eventsOf(db, house.ctx.sellerId)).filter(({ subjectKind }) => subjectKind === lampsInBulk.kind);
    const bulkActId = await house.light(ids);
    const line = { number, actorKind: "person", actorName: house.ctx.actor.name };
    const lit = { ...line, kind: "light", fromStatus: "dark", toStatus: "lit", data: { colour: "red" }, bulkActId };
    expect(await told()).toMatchObject([lit, lit]);
    await undoBulk({ ...house.ctx, now: new Date() }, SUBJECTS, { bulkActId });
    const taken = { ...line, kind: "undo", fromStatus: "lit", toStatus: "dark" };
    expect(await told()).toMatchObject([taken, taken, lit, lit]);
    const file = (await auditFileOf(db, house.ctx.sellerId)).filter(({ to_status: to }) => to !== "");
    expect(file.map(({ return: of, event, actor, job }) => [of, event, actor, job])).toEqual([
      ...ids.map(() => [`R-${number}`, "undo", "seller", ""]),
      ...ids.map(() => [`R-${number}`, "light", "seller", bulkActId]),
    ]);
    expect(await eventsOf(db, (await aHouse()).ctx.sellerId)).toEqual([]);
  });

  it("begins nothing that is more than one act or one person may, and says so before, too", async () => {
    const house = await aHouse();
    const run = async (...asked: Parameters<typeof house.run>) => {
      const answer = await house.run(...asked);
      return answer.ok ? "begun" : answer.refusal.code;
    };
    expect(await run({ mode: "dark" })).toBe("no_lamps");
    const ids = await house.lamps(3);
    const many = Array.from({ length: AT_MOST + 1 }, newId);
    expect(await run({ mode: "ids", ids: many })).toBe("too_many_lamps");
    fuse = { all: 2, red: 1 };
    expect(await run({ mode: "dark" })).toBe("weak_fuse");
    const looked = withSeller(db, house.ctx.sellerId, (tx) =>
      planBulk(tx, lampsInBulk, house.ctx, { selection: { mode: "dark" }, request: RED, unasked: [] }),
    );
    expect(await looked).toEqual({ ok: false, refusal: { code: "weak_fuse" } });
    expect(await run({ mode: "ids", ids: ids.slice(1) })).toBe("too_red");
    expect(await house.acts()).toBe(0);
    expect(await run({ mode: "ids", ids: ids.slice(1) }, newId(), { move: "light", colour: "blue" })).toBe("begun");
    fuse = { all: AT_MOST, red: AT_MOST };
    expect(await house.statuses()).toEqual(["dark", "lit", "lit"]);
  });

  it("is one act for one key, and one move each, by however many at once", async () => {
    const house = await aHouse();
    const ids = await house.lamps(4);
    const key = newId();
    const both = await Promise.all([1, 2].map(() => house.light(ids, key)));
    const [bulkActId = ""] = both;
    expect(new Set(both).size).toBe(1);
    await Promise.all([house.goOn(bulkActId), house.goOn(bulkActId)]);
    expect([await house.outcomes(bulkActId), await house.events(bulkActId)]).toEqual([{ moved: 4, state: "done" }, 4]);
  });

  it("is asked again for those that it may succeed at now, once for one key", async () => {
    const house = await aHouse();
    const unwired = await house.lamps(2, false);
    const bulkActId = await house.light([...(await house.lamps(1)), ...unwired]);
    await house.wire(unwired);
    const key = newId();
    const retry = (ctx = house.ctx) => retryBulk(ctx, SUBJECTS, { bulkActId, key });
    expect(await retry((await aHouse()).ctx)).toEqual({ ok: false, refusal: { code: "not_found" } });
    const answers = await Promise.all([retry(), retry()]);
    const [again, ...others] = new Set(answers.map((answer) => answer.ok && answer.value.bulkActId));
    expect([others, await house.outcomes(String(again))]).toEqual([[], { moved: 2, state: "done" }]);
  });

  it("goes to the worker beyond a thousand, who tells once how it ended", async () => {
    const house = await aHouse();
    const bulkActId = await house.light(await house.lamps(1001));
    expect(await house.outcomes(bulkActId)).toEqual({ pending: 1001, state: "queued" });
    told = [];
    await workOnce(db, "bulk", (_, { id }) => house.goOn(id), never);
    await house.goOn(bulkActId);
    expect([await house.outcomes(bulkActId), told]).toEqual([{ moved: 1001, state: "done" }, [bulkActId]]);
  });

  it("is stopped before what it has not begun, by its own house alone", async () => {
    const house = await aHouse();
    const bulkActId = await house.light(await house.lamps(1001));
    const stranger = (await aHouse()).ctx;
    expect(await stopBulk(stranger, { bulkActId })).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await stopBulk(house.ctx, { bulkActId })).toEqual({ ok: true, value: { stopped: 1001 } });
    await house.goOn(bulkActId);
    expect(await house.outcomes(bulkActId)).toEqual({ stopped: 1001, state: "done" });
  });

  it("gives up at its last attempt what fails, and does the rest", async () => {
    const house = await aHouse();
    const ids = await house.lamps(30);
    failing = ids[25] ?? null;
    const bulkActId = await house.light(ids);
    await expect(house.goOn(bulkActId)).rejects.toThrow("a fuse is blown");
    expect(await house.outcomes(bulkActId)).toEqual({ pending: 30, state: "running" });
    await house.goOn(bulkActId, { isLastAttempt: true });
    failing = null;
    expect(await house.outcomes(bulkActId)).toEqual({ moved: 20, not_done: 10, state: "done" });
  });
});
