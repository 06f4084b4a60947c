import { inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { addWork, assertHeld, claimWork, finishWork, renewLease, returnWork, type WorkKind } from "./lease";
import { type Handler, work, workOnce } from "./work";

const db = await testDb();
const { sellerId } = await aSeller(db);

async function aPiece(kind: WorkKind = "import", dueSecondsAgo = 0): Promise<string> {
  const id = newId();
  await withSeller(db, sellerId, (tx) => addWork(tx, { sellerId, kind, id }));
  await db.execute(
    sql`/* of the test */ update work_items set due_at = now() - make_interval(secs => ${dueSecondsAgo}) where id = ${id}`,
  );
  return id;
}
const rowOf = async (id: string) => {
  const [row] = await db.execute<{ attempts: number; lastError: string | null; isDue: boolean; isLeased: boolean }>(sql`
    select attempts, last_error as "lastError", due_at <= now() as "isDue", lease_until is not null as "isLeased"
    from work_items where id = ${id}`);
  return row ?? null;
};
const expire = (id: string) =>
  db.execute(sql`/* of the test */ update work_items set lease_until = now() - interval '1 s' where id = ${id}`);
const clear = () => db.execute(sql`delete from work_items`);
const never = new AbortController().signal;

describe("the worker", () => {
  it("claims the oldest first, and two workers never get the same piece", async () => {
    const ids = [await aPiece("bulk", 30), await aPiece("bulk", 20), await aPiece("bulk", 10)];
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimWork(db, "bulk")));
    const held = claims.flatMap((lease) => lease?.id ?? []);
    expect([...held].sort()).toEqual([...ids].sort());
    expect(new Set(held).size).toBe(3);
    await clear();
    const [older] = [await aPiece("bulk", 60), await aPiece("bulk", 1)];
    expect(await claimWork(db, "bulk")).toMatchObject({ id: older, attempts: 1 });
    await clear();
  });

  it("does every piece once with several workers side by side", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => aPiece("bulk")));
    const done: string[] = [];
    const ending = new AbortController();
    const handler: Handler = async (_, { id }) => {
      done.push(id);
    };
    const workers = [1, 2, 3].map(() => work(db, { bulk: handler, import: handler }, ending.signal));
    // What is under way when a worker is told to end is left to the next one: they are told when nothing is.
    await expect.poll(() => db.$count(workItems, inArray(workItems.id, ids)), { timeout: 10_000 }).toBe(0);
    ending.abort();
    await Promise.all(workers);
    expect([...done].sort()).toEqual([...ids].sort());
    await clear();
  });

  it("K02 takes over a lease that ran out, and the zombie can neither renew nor write nor finish", async () => {
    const id = await aPiece();
    const zombie = await claimWork(db, "import");
    if (!zombie) throw new Error("nothing claimed");
    expect(await claimWork(db, "import")).toBeNull();
    await expire(id);
    const heir = await claimWork(db, "import");
    expect(heir).toMatchObject({ id, attempts: 2 });
    expect(await renewLease(db, zombie)).toBe(false);
    await expect(withSeller(db, sellerId, (tx) => assertHeld(tx, zombie))).rejects.toThrow("another worker");
    await finishWork(db, zombie);
    await returnWork(db, zombie, "unexpected");
    expect(await rowOf(id)).toMatchObject({ isLeased: true, attempts: 2, lastError: null });
    if (!heir) throw new Error("not taken over");
    expect(await renewLease(db, heir)).toBe(true);
    await finishWork(db, heir);
    expect(await rowOf(id)).toBeNull();
  });

  it("keeps work that failed, with a reference and a pause that doubles", async () => {
    const id = await aPiece();
    const failing: Handler = async () => {
      throw new Error("secret of a seller");
    };
    expect(await workOnce(db, "import", failing, never)).toBe(true);
    const row = await rowOf(id);
    expect(row).toMatchObject({ attempts: 1, isDue: false, isLeased: false });
    expect(row?.lastError).toMatch(/^unexpected [0-9a-f]{8}$/);
    expect(await workOnce(db, "import", failing, never)).toBe(false);
    await clear();
  });

  it("gives back at once what it was told to stop, and keeps what was put on the list anew meanwhile", async () => {
    const id = await aPiece();
    const ending = new AbortController();
    await workOnce(db, "import", async () => ending.abort(), ending.signal);
    expect(await rowOf(id)).toMatchObject({ attempts: 0, isDue: true, isLeased: false, lastError: null });
    await workOnce(
      db,
      "import",
      (_, piece) => withSeller(db, sellerId, (tx) => addWork(tx, { sellerId, kind: "import", id: piece.id })),
      never,
    );
    expect(await rowOf(id)).toMatchObject({ attempts: 0, isDue: true });
    await clear();
  });
});
