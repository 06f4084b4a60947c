import { and, eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { deadlines, events, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aReturn, testDb } from "@/db/testing";
import { addHours } from "@/lib/kernel/calendar";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { recordScans } from "@/lib/parcels/record-scans";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import { AUTHORIZE, aBuyer } from "@/lib/portal/buyer-testing";
import { aBench, UPS } from "@/lib/receiving/receiving-testing";
import { fireDeadline } from "./fire-deadline";

const db = await testDb();
const never = new AbortController().signal;
const fire: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });

const HOURS = 24;
const daysAgo = (days: number) => addHours(new Date(), -days * HOURS);
const work = async () => {
  while (await workOnce(db, "deadline", fire, never));
};

it("S0-21 S0-23 S1-21 each clock is a row with its party and consequence, and what ran out while nothing ran is carried out once, oldest first", async () => {
  const shop = await aBench(db);
  const { sellerId, channelId } = shop;
  const authorized = async (days: number) => {
    const { id } = await aReturn(db, shop.seller, { channelId, now: daysAgo(days), requestedAt: daysAgo(days) });
    await shop.move(id, { move: "authorize", address: null, label: { kind: "unpaid" } }, daysAgo(days));
    return id;
  };
  // The later one first, so that the order of the rows is not the order of their clocks.
  const [later, oldest, travelling, called, running] = [
    await authorized(100),
    await authorized(120),
    await authorized(110),
    await authorized(115),
    await authorized(1),
  ];
  await announceParcel(shop.ctx(), { returnId: travelling, tracking: UPS, carrier: "UPS", isSure: false });
  await recordScans(
    { ...shop.ctx(), channelId },
    { scans: [{ tracking: UPS, at: daysAgo(90), status: "in transit" }] },
  );
  await shop.move(called, { move: "withdraw", isOnBuyersWord: true }, daysAgo(114));
  const free = await aBuyer(db, { programme: "free_return" }, { now: daysAgo(40) });
  await free.act(AUTHORIZE, daysAgo(40));
  const taken = await aBuyer(db, { programme: "free_return" }, { now: daysAgo(40) });
  await taken.act(AUTHORIZE, daysAgo(40));
  await taken.act({ move: "fetch_label" }, daysAgo(38));

  const clocks = await shop.read((tx) => tx.select().from(deadlines).where(eq(deadlines.kind, "send_back")));
  expect(clocks).toHaveLength(5);
  for (const clock of clocks) expect(clock).toMatchObject({ party: "buyer", consequence: "lapse" });
  expect(await free.clocks()).toMatchObject([{ kind: "fetch_label", state: "open" }]);
  expect(await taken.clocks()).toMatchObject([
    { kind: "fetch_label", state: "met" },
    { kind: "send_back", state: "open" },
  ]);

  await work();
  // Nothing is left for two that come at once.
  await Promise.all([work(), work()]);

  const status = async (id: string) => shop.statusOf(id);
  expect(await Promise.all([later, oldest, travelling, called, running].map(status))).toEqual([
    ...["lapsed", "lapsed", "awaiting_return", "withdrawn", "awaiting_return"],
  ]);
  const ended = await shop.read((tx) =>
    tx
      .select({ returnId: events.threadId })
      .from(events)
      .where(and(eq(events.kind, "lapse"), inArray(events.threadId, [later, oldest, travelling, called, running])))
      .orderBy(events.id),
  );
  expect(ended.map(({ returnId }) => returnId)).toEqual([oldest, later]);
  for (const buyer of [free, taken]) {
    expect((await buyer.history()).filter(({ kind }) => kind === "lapse")).toHaveLength(1);
    const [row] = await withSeller(db, buyer.sellerId, (tx) =>
      tx.select({ nextDueAt: returns.nextDueAt }).from(returns).where(eq(returns.id, buyer.id)),
    );
    expect(row?.nextDueAt).toBeNull();
  }
  // What runs on is looked at again when it is due, and nothing else is.
  const left = await db
    .select()
    .from(workItems)
    .where(and(eq(workItems.sellerId, sellerId), eq(workItems.kind, "deadline")));
  expect(left.every(({ dueAt }) => dueAt > new Date())).toBe(true);
});
