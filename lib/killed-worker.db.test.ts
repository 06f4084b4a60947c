import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { events, outbox, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, appUrlOf, aReturn, aSeller, copiesOfReturn, ownerOf, testDb } from "@/db/testing";
import { endWorker, startWorker } from "@/db/testing-worker";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { newId } from "@/lib/kernel/ids";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import { emptyFilter } from "@/lib/returns/shared/filter";

const COUNT = 2000;
const db = await testDb();
const patiently = { timeout: 45_000, interval: 50 };

test("S1-16 a worker killed in the middle of 2,000 is followed by another: each once, and nothing doubled", async () => {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const within = <T>(read: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, read);
  await aReturn(db, seller, { channelId: await aChannel(db, seller) });
  await copiesOfReturn(db, seller, COUNT - 1);
  const selection = {
    mode: "query" as const,
    filter: emptyFilter("authorization_required"),
    snapshotAt: new Date(Date.now() + 1000).toISOString(),
    excludedIds: [],
  };
  const started = await runBulk(
    { db, sellerId, actor: { kind: "person", id: owner.id, name: owner.name }, now: new Date() },
    { key: newId(), selection, request: { move: "authorize", address: null } },
  );
  if (!started.ok) throw new Error(started.refusal.code);
  const { bulkActId } = started.value;
  const bulkAct = () => within((tx) => findBulkAct(tx, sellerId, bulkActId));

  // Somebody holds one return of the third piece: the worker has done two of four and waits in the middle of it.
  const rival = await ownerOf(db);
  const holding = await rival.reserve();
  await holding`begin`;
  await holding`select r.id from returns r join bulk_items i on i.subject_id = r.id
    where i.bulk_act_id = ${bulkActId} and i.position = 1200 for update of r`;
  const killed = startWorker(await appUrlOf(db));
  await vi.waitFor(async () => {
    const [row] = await rival`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    expect(row?.waiting).toBeGreaterThan(0);
  }, patiently);
  expect(await bulkAct()).toMatchObject({ state: "running", moved: 1000, refused: 0 });
  await endWorker(killed, "SIGKILL");
  await holding`rollback`;
  holding.release();

  // Its lease ends within half a minute by itself; that time is made to pass here.
  const lease = eq(workItems.id, bulkActId);
  const [held] = await db
    .select({ isShort: sql<boolean>`lease_until <= now() + interval '30 s'` })
    .from(workItems)
    .where(lease);
  expect(held?.isShort).toBe(true);
  await db.update(workItems).set({ leaseUntil: sql`/* of the test */ now() - interval '1 s'` }).where(lease);
  const successor = startWorker(await appUrlOf(db));
  await vi.waitFor(async () => expect(await bulkAct()).toMatchObject({ state: "done" }), patiently);
  await endWorker(successor, "SIGTERM");

  expect(await bulkAct()).toMatchObject({ total: COUNT, moved: COUNT, refused: 0 });
  expect(await db.select().from(workItems).where(lease)).toEqual([]);
  const authorized = await within((tx) =>
    tx.select({ id: events.returnId }).from(events).where(eq(events.kind, "authorize")),
  );
  expect(authorized).toHaveLength(COUNT);
  expect(new Set(authorized.map(({ id }) => id)).size).toBe(COUNT);
  const sent = (kind: "buyer.authorized" | "team.job_done") => within((tx) => tx.$count(outbox, eq(outbox.kind, kind)));
  expect([await sent("buyer.authorized"), await sent("team.job_done")]).toEqual([COUNT, 1]);
});
