import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import { events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, ownerOf, testDb, untoldEvents } from "@/db/testing";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { AUDIT, AUDIT_LIST } from "@/lib/platform/audit/audit";
import { product } from "@/lib/policy/actor";
import { eventRegistry } from "@/lib/policy/events/event-registry";
import { listReturnEvents } from "@/lib/returns/return-detail";
import { eventRowBy } from "./event-row";

const TOYS = eventRegistry({ crate: { packed: z.strictObject({ weightG: z.int(), by: z.string().optional() }) } });
const rowOf = eventRowBy(TOYS);

it("an event of a subject with a table of its own is read under its thread, in the timeline and in the audit", async () => {
  const db = await testDb();
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const owner = await ownerOf(db);
  await owner`create table if not exists crates (seller_id uuid not null, id uuid not null, primary key (seller_id, id))`;
  const { id: returnId } = await aReturn(db, seller, { channelId: await aChannel(db, seller) });
  const crate = { kind: "crate" as const, id: newId() };
  await owner`insert into crates values (${sellerId}, ${crate.id})`;
  const now = new Date();
  const packed = {
    sellerId,
    subject: crate,
    thread: { kind: "return" as const, id: returnId },
    kind: "packed" as const,
  };
  const row = rowOf({ ...packed, data: { weightG: 420 }, actor: product("clock"), now });
  // @ts-expect-error: crates tell their weight
  expect(() => rowOf({ ...packed, data: { weight: 420 }, actor: product("clock"), now })).toThrow("weightG");

  await withSeller(db, sellerId, async (tx) => {
    await tx.execute(insertion(events, [row]));
    const [inTimeline] = await listReturnEvents(tx, sellerId, returnId, 1);
    const byProduct = await AUDIT_LIST.found(tx, { sellerId, timeZone: "UTC" }, AUDIT.read({ actor: "product" }));
    const inAudit = byProduct.filter(({ kind }) => kind === "packed");
    for (const told of [inTimeline, ...inAudit]) {
      expect(told).toMatchObject({ id: row.id, kind: "packed", actorKind: "product", fromStatus: null });
      expect(TOYS.read("crate", told?.kind ?? "", told?.data ?? {})).toEqual({ weightG: 420, by: null });
    }
    expect(inAudit).toHaveLength(1);
    // What happened to the crate did not happen to the return.
    expect(await tx.$count(events, sql`${eq(events.returnId, returnId)} and ${eq(events.kind, "packed")}`)).toBe(0);
  });
  const other = await aSeller(db);
  const seen = await withSeller(db, other.sellerId, (tx) => tx.$count(events, eq(events.id, row.id)));
  expect(seen).toBe(0);
});

it("what nobody could read back is found in a suite's database when the suite is over", async () => {
  const db = await testDb();
  const [{ name } = { name: "" }] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  expect(await untoldEvents(name)).toEqual([]);
  const { sellerId } = await aSeller(db);
  const owner = await ownerOf(db);
  await owner`insert into seller_events (seller_id, id, kind, at, actor_kind, data)
    values (${sellerId}, ${newId()}, 'robot_retired', now(), 'product', '{"name": "Bot"}')`;
  expect(await untoldEvents(name)).toEqual([expect.stringContaining("robot_retired of a shop")]);
  await owner`delete from seller_events where seller_id = ${sellerId} and kind = 'robot_retired'`;
});
