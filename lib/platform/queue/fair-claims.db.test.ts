import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { workItems } from "@/db/schema";
import { aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { addWork, claimWork, finishWork, type Lease, type WorkKind } from "./lease";

const db = await testDb();
beforeEach(async () => void (await db.execute(sql`delete from work_items`)));

/** A shop with so many pieces of work, which wait since `hours` ago. */
async function aQueue(count: number, { kind = "import", hours = 1 }: { kind?: WorkKind; hours?: number } = {}) {
  const { sellerId } = await aSeller(db);
  const dueAt = new Date(Date.now() - hours * 3_600_000);
  for (let at = 0; at < count; at++) await db.transaction((tx) => addWork(tx, { sellerId, kind, id: newId(), dueAt }));
  return sellerId;
}

const claim = async (kind: WorkKind = "import"): Promise<Lease> => {
  const lease = await claimWork(db, kind);
  if (!lease) throw new Error("nothing to claim");
  return lease;
};

test("a small import is claimed next while another shop's large one runs and fifty more of it wait", async () => {
  const large = await aQueue(51, { hours: 2 });
  const first = await claim();
  expect(first.sellerId).toBe(large);
  const small = await aQueue(1, { hours: 0 });
  expect((await claim()).sellerId).toBe(small);
  expect(await claimWork(db, "import")).toBeNull();
});

test("shops take turns, however long the one had been waiting with all of its imports", async () => {
  const many = await aQueue(3, { hours: 5 });
  const first = await claim();
  const one = await aQueue(1, { hours: 1 });
  await finishWork(db, first);
  const order: string[] = [];
  for (;;) {
    const lease = await claimWork(db, "import");
    if (!lease) break;
    order.push(lease.sellerId);
    await finishWork(db, lease);
  }
  expect(order).toEqual([one, many, many]);
});

test("an import whose worker is gone is claimed again, and not left behind others of its shop for good", async () => {
  await aQueue(2);
  const held = await claim();
  expect(await claimWork(db, "import")).toBeNull();
  await db
    .update(workItems)
    .set({ leaseUntil: sql`/* of the test */ now() - interval '1 s'` })
    .where(eq(workItems.id, held.id));
  const again = await claim();
  expect(again.id).toBe(held.id);
  await finishWork(db, again);
  expect((await claim()).sellerId).toBe(held.sellerId);
});

test("what is short is claimed by its time alone", async () => {
  const shop = await aQueue(2, { kind: "mail" });
  expect([(await claim("mail")).sellerId, (await claim("mail")).sellerId]).toEqual([shop, shop]);
});
