import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { withSeller } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { addWork, claimWork } from "./lease";
import { workOnce } from "./work";

const db = await testDb();
const { sellerId } = await aSeller(db);

it("K02 work that outlives its lease keeps it by saying so, and is given to nobody else meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const id = newId();
  await withSeller(db, sellerId, (tx) => addWork(tx, { sellerId, kind: "import", id }));
  const hasLong = async () => {
    const [row] = await db.execute<{ isLong: boolean }>(
      sql`select lease_until > now() + interval '10 s' as "isLong" from work_items where id = ${id}`,
    );
    return row?.isLong;
  };
  const givenAway: unknown[] = [];
  const handler = async () => {
    for (const _ of [1, 2, 3]) {
      await db.execute(
        sql`/* of the test */ update work_items set lease_until = now() + interval '5 s' where id = ${id}`,
      );
      vi.advanceTimersByTime(10_000);
      await expect.poll(hasLong).toBe(true);
      givenAway.push(await claimWork(db, "import"));
    }
  };
  await workOnce(db, "import", handler, new AbortController().signal);
  vi.useRealTimers();
  expect(givenAway).toEqual([null, null, null]);
  const left = await db.execute(sql`select id from work_items where id = ${id}`);
  expect([...left]).toEqual([]);
});
