import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { assignReturns } from "./assign-returns";
import { moveReturns } from "./move-returns";
import { listReturns } from "./returns-list";
import { filterOf, findDayAside, findShopDay, listTeamDay, listToday, sumsOf, type TodayLine } from "./today";

const now = new Date("2026-11-20T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

let db: Db;
const sent: string[] = [];
let counted: Db;
beforeAll(async () => {
  db = await testDb();
  const { host, port, user, pass, database } = db.$client.options;
  const client = postgres(`postgres://${host[0]}:${port[0]}/${database}`, {
    username: user,
    password: pass ?? "",
    max: 1,
    debug: (_connection, query) => void sent.push(query),
  });
  counted = Object.assign(drizzle(client, { schema, casing: "snake_case" }), { end: () => client.end() });
  afterAll(() => client.end());
});

/** A shop with one request late, two due within a day in two currencies, and one to be done on the marketplace. */
async function aDay() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const there = await aChannel(db, seller, { mode: "mirrored" });
  const ask = (at: Date, rest: Partial<Parameters<typeof aReturn>[2]> = {}) =>
    aReturn(db, seller, { channelId, now: at, requestedAt: at, ...rest });
  const late = await ask(hours(-36), { amountMinor: 1000 });
  const due = await ask(hours(-16), { amountMinor: 2000 });
  const unpriced = await ask(hours(-15), { amountMinor: null });
  const { id: decided } = await ask(hours(-2), { channelId: there, amountMinor: 700 });
  const actor = { kind: "person" as const, ...seller.owner };
  const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
  await moveReturns({ db, sellerId: seller.sellerId, actor, now }, { ids: [decided], request });
  return { seller, actor, late, due, unpriced, decided };
}

const today = (of: TestSeller, from: Db = db): Promise<TodayLine[]> =>
  withSeller(from, of.sellerId, (tx) => listToday(tx, of.sellerId, now));

describe("listToday", () => {
  it("has for each line what its list has, with the first of it, its clock and its money", async () => {
    const { seller, late } = await aDay();
    const lines = await today(seller);
    for (const { name, count, next } of lines) {
      const filter = filterOf(name);
      const { rows } = await withSeller(db, seller.sellerId, (tx) =>
        listReturns(tx, seller.sellerId, { ...filter, sort: "due" }, { now, per: 50 }),
      );
      expect([name, rows.length, rows[0]?.id]).toEqual([name, count, next?.id]);
    }
    expect(lines.find(({ name }) => name === "requests_overdue")).toMatchObject({
      urgency: "now",
      count: 1,
      sums: [{ amountMinor: 1000 }],
      next: { id: late.id, dueAt: hours(-12) },
    });
    expect(lines.map(({ name }) => name)).toContain("handovers");
  });

  it("leaves a line out that has nothing, counts no return twice of what is close, and adds up money by currency", async () => {
    const { seller } = await aDay();
    const lines = await today(seller);
    expect(lines.map(({ name }) => name)).not.toContain("unread");
    const close = lines.filter(({ urgency }) => urgency !== "later");
    const ids = await Promise.all(
      close.map(({ name }) =>
        withSeller(db, seller.sellerId, (tx) => listReturns(tx, seller.sellerId, filterOf(name), { now, per: 50 })),
      ),
    );
    const all = ids.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
    expect(sumsOf(close).reduce((total, { amountMinor }) => total + amountMinor, 0)).toBe(3700);
  });

  it("asks in one statement, and never of another shop", async () => {
    const { seller } = await aDay();
    await counted.execute("select 1");
    sent.length = 0;
    await today(seller, counted);
    expect(sent.filter((query) => !/^\s*(begin|commit|set local)/i.test(query))).toHaveLength(1);
    expect(await today(await aSeller(db))).toEqual([]);
  });
});

it("S0-21 has what stands at the door, what the buyer has to send back today, and labels that nobody took", async () => {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const free = await aChannel(db, seller, { programme: "free_return" });
  const actor = { kind: "person" as const, ...seller.owner };
  const authorized = async (to: string, at: Date) => {
    const { id } = await aReturn(db, seller, { channelId: to, now: at, requestedAt: at });
    const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
    await moveReturns({ db, sellerId, actor, now: at }, { ids: [id], request });
    return id;
  };
  const tracking = "1Z5R89390357567127";
  const [atTheDoor, unfetched, back] = [
    await authorized(channelId, hours(-3)),
    await authorized(free, hours(-2)),
    await authorized(channelId, hours(-1)),
  ];
  const ctx = { db, sellerId, actor, now };
  await announceParcel(ctx, { returnId: atTheDoor, tracking, carrier: "UPS", isSure: false });
  await recordScans({ ...ctx, channelId }, { scans: [{ tracking, at: hours(-1), status: "delivered" }] });
  await withSeller(db, sellerId, (tx) =>
    tx
      .update(schema.returns)
      .set({ nextDueAt: hours(3) })
      .where(eq(schema.returns.id, back)),
  );
  const found = (await today(seller)).map(({ name, count, next }) => [name, count, next?.id]);
  expect(found).toEqual([
    ["parcels_delivered", 1, atTheDoor],
    ["goods_due", 1, back],
    ["labels_to_fetch", 1, unfetched],
  ]);
});

it("tells of every member how many requests they have, and what nobody has", async () => {
  const { seller, actor, due } = await aDay();
  const selection = { mode: "ids" as const, ids: [due.id] };
  await assignReturns(
    { db, sellerId: seller.sellerId, actor, now },
    { selection, assigneeId: seller.owner.id, seenId: undefined },
  );
  const team = await withSeller(db, seller.sellerId, (tx) => listTeamDay(tx, seller.sellerId, now));
  expect(team).toEqual([
    { id: seller.owner.id, name: seller.owner.name, open: 1, due: 1 },
    { id: null, name: null, open: 2, due: 2 },
  ]);
});

it("tells platform support of a shop in numbers, and nothing of a buyer or an item", async () => {
  const { seller } = await aDay();
  const day = await withSeller(db, seller.sellerId, (tx) => findShopDay(tx, seller.sellerId, now));
  expect(day).toEqual({ overdue: 1, disputed: 0, waiting: 3, oldestDueAt: hours(-12) });
});

it("ends the day at the midnight of the shop, hour by hour, and tells when each channel was heard of", async () => {
  const { seller } = await aDay();
  const inShop = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, seller.sellerId, work);
  const countsOf = async () => {
    const lines = await today(seller);
    return (["requests_due", "requests_later"] as const).map(
      (name) => lines.find((line) => line.name === name)?.count ?? 0,
    );
  };
  const aside = await inShop((tx) => findDayAside(tx, seller.sellerId, now));
  expect([aside.midnight, aside.zone]).toEqual([new Date("2026-11-21T00:00:00Z"), "UTC"]);
  expect(aside.hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []))).toEqual([
    [8, 1],
    [9, 1],
  ]);
  expect(aside.channels).toHaveLength(2);
  expect(aside.lastImport).toBeNull();
  expect(await countsOf()).toEqual([2, 0]);
  // Where it is evening, what is due at night is due tomorrow.
  await inShop((tx) => tx.update(schema.sellers).set({ digestZone: "Asia/Shanghai" }));
  const there = await inShop((tx) => findDayAside(tx, seller.sellerId, now));
  expect(there.midnight).toEqual(new Date("2026-11-20T16:00:00Z"));
  expect(await countsOf()).toEqual([0, 2]);
});
