import { once } from "node:events";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { WORK_KINDS } from "@/db/schema";
import { aSeller, statementsOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { addWork, claimAll, type WorkKind } from "./lease";
import { type Handler, work } from "./work";

const db = await testDb();
beforeEach(async () => void (await db.execute(sql`delete from work_items`)));
const { sellerId: shop } = await aSeller(db);

const add = async (kind: WorkKind, count = 1, sellerId = shop): Promise<void> => {
  for (let at = 0; at < count; at++) await db.transaction((tx) => addWork(tx, { sellerId, kind, id: newId() }));
};

/** Lets a worker work until a handler says that it has seen enough, or for ten seconds; answers in milliseconds. */
async function worked(handlersOf: (enough: () => void) => Partial<Record<WorkKind, Handler>>): Promise<number> {
  const ending = new AbortController();
  const begin = performance.now();
  await work(
    db,
    handlersOf(() => ending.abort()),
    AbortSignal.any([ending.signal, AbortSignal.timeout(10_000)]),
  );
  return performance.now() - begin;
}

describe("one claim for all kinds", () => {
  it("is all that an idle worker asks, no more than twice a second", async () => {
    const handlers = Object.fromEntries(WORK_KINDS.map((kind) => [kind, async () => undefined]));
    const heard = await statementsOf(db, () => work(db, handlers, AbortSignal.timeout(4_000)));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThanOrEqual(8);
  });

  it("takes of each kind what there are places for, and one import of a shop", async () => {
    const { sellerId: other } = await aSeller(db);
    await add("mail", 4);
    await add("bulk", 2);
    await add("import", 2);
    await add("import", 2, other);
    const places = [
      { kind: "mail" as const, free: 3 },
      { kind: "bulk" as const, free: 1 },
      { kind: "import" as const, free: 3 },
      { kind: "robot" as const, free: 1 },
    ];
    const claimed = async () => (await claimAll(db, places)).map(({ kind, sellerId }) => [kind, sellerId]).sort();
    const imports = [shop, other].sort().map((sellerId) => ["import", sellerId]);
    expect(await claimed()).toEqual([["bulk", shop], ...imports, ...Array(3).fill(["mail", shop])]);
    expect(await claimed()).toEqual([
      ["bulk", shop],
      ["mail", shop],
    ]);
  });

  it("fills a place at once when it is free, and with what a piece of another kind has left", async () => {
    const COUNT = 16;
    await add("outbox", COUNT);
    let sent = 0;
    const took = await worked((enough) => ({
      outbox: () => add("mail"),
      mail: async () => {
        sent += 1;
        if (sent === COUNT) enough();
      },
    }));
    expect(sent).toBe(COUNT);
    expect(took).toBeLessThan((COUNT * 1_000) / 2);
  });

  it("works on every kind while a long piece of one takes its time", async () => {
    await add("import");
    await add("bulk", 3);
    const order: string[] = [];
    const bulkIsOver = new AbortController();
    const seen = once(bulkIsOver.signal, "abort");
    await worked((enough) => ({
      import: async () => {
        order.push("import begins");
        await seen;
        order.push("import ends");
        enough();
      },
      bulk: async () => {
        order.push("bulk");
        if (order.filter((what) => what === "bulk").length === 3) bulkIsOver.abort();
      },
    }));
    expect(order.toSorted()).toEqual(["bulk", "bulk", "bulk", "import begins", "import ends"]);
    expect(order.at(-1)).toBe("import ends");
  });

  it("does three imports side by side, and one of a shop", async () => {
    for (let shops = 0; shops < 4; shops++) await add("import", 2, (await aSeller(db)).sellerId);
    const running: string[] = [];
    const seen: string[][] = [];
    let done = 0;
    const full = new AbortController();
    const isFull = once(full.signal, "abort");
    await worked((enough) => ({
      import: async (_, { sellerId }) => {
        running.push(sellerId);
        seen.push([...running]);
        if (running.length === 3) full.abort();
        await isFull;
        running.splice(running.indexOf(sellerId), 1);
        done += 1;
        if (done === 8) enough();
      },
    }));
    expect(done).toBe(8);
    expect(Math.max(...seen.map((shops) => shops.length))).toBe(3);
    for (const shops of seen) expect(new Set(shops).size).toBe(shops.length);
  });
});
