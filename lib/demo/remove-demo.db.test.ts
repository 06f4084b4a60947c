import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import {
  channels,
  memberships,
  orders,
  returnAddresses,
  returnLines,
  returns,
  sellerEvents,
  sellers,
} from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
import { withSeller } from "@/db/tenant";
import { aReturn, aSeller, member, testDb } from "@/db/testing";
import { costlyReturn } from "@/lib/policy/judging/costly-return";
import { removeDemo } from "./remove-demo";

const db = await testDb();
const DEMO_TRADING = "01930000-0000-7000-8000-000000000001";
const OTHER_SHOP = "01930000-0000-7000-8000-000000000002";
const now = new Date();
beforeAll(() => seedDemo(db, { password: "a password for the demo", now }), 180_000);

const inDemo = <Found>(read: Parameters<typeof withSeller<Found>>[2], sellerId = DEMO_TRADING) =>
  withSeller(db, sellerId, read);
const ownerId = () =>
  inDemo(async (tx) => (await tx.select().from(memberships).where(eq(memberships.role, "owner")))[0]?.userId ?? "");
const remove = async (name: string, sellerId = DEMO_TRADING) =>
  removeDemo({ db, sellerId, actor: member(await ownerId()), now }, { name });

const demoReturns = () =>
  inDemo((tx) =>
    tx
      .select({
        channel: channels.code,
        status: returns.status,
        isDemo: returns.isDemo,
        reportedStatus: returns.reportedStatus,
        evaluation: returns.evaluation,
      })
      .from(returns)
      .innerJoin(channels, eq(channels.id, returns.channelId)),
  );

it("every shop, store, address and return of the demo is marked as made up", async () => {
  for (const sellerId of [DEMO_TRADING, OTHER_SHOP]) {
    const marks = await inDemo(
      async (tx) => [
        ...(await tx.select({ isDemo: sellers.isDemo }).from(sellers).where(eq(sellers.id, sellerId))),
        ...(await tx.select({ isDemo: channels.isDemo }).from(channels)),
        ...(await tx.select({ isDemo: returnAddresses.isDemo }).from(returnAddresses)),
        ...(await tx.select({ isDemo: returns.isDemo }).from(returns)),
      ],
      sellerId,
    );
    expect(marks.length).toBeGreaterThan(8);
    expect(marks.every(({ isDemo }) => isDemo)).toBe(true);
  }
});

it("P-32 few of the demo's requests were answered late, and of each the marketplace's report was the first to tell", async () => {
  const [row] = await inDemo((tx) =>
    tx.execute<{ late: number; answered: number; by: string[] }>(sql`
      select count(*) filter (where d.state = 'late')::int as late, count(*)::int as answered,
        json_agg(distinct c.code || ' ' || r.status) filter (where d.state = 'late') as by
      from deadlines d join returns r on r.seller_id = d.seller_id and r.id = d.return_id
      join channels c on c.seller_id = r.seller_id and c.id = r.channel_id
      where d.kind = 'answer' and d.state in ('met', 'late')`),
  );
  const { late = 0, answered = 0, by = [] } = row ?? {};
  expect(late).toBeGreaterThan(0);
  expect(late * 10).toBeLessThan(answered);
  expect([...by].sort()).toEqual(["amazon-de received", "amazon-uk received", "amazon-us received"]);
});

it("the own shop shows every status its returns can reach, and AliExpress speaks its own codes", async () => {
  const all = await demoReturns();
  const statuses = new Set(all.filter(({ channel }) => channel === "own-shop").map(({ status }) => status));
  expect([...statuses].sort()).toEqual([
    "authorization_required",
    "awaiting_return",
    "closed",
    "lapsed",
    "received",
    "withdrawn",
  ]);
  const words = new Set(all.filter(({ channel }) => channel === "aliexpress").map((row) => row.reportedStatus));
  expect([...words].every((word) => word && /^[A-Za-z]+(_[A-Za-z]+)+$/.test(word))).toBe(true);
  const reasons = await inDemo((tx) =>
    tx
      .select({ reason: returnLines.reason, number: orders.number })
      .from(returnLines)
      .innerJoin(returns, eq(returns.id, returnLines.returnId))
      .innerJoin(orders, eq(orders.id, returns.orderId))
      .innerJoin(channels, eq(channels.id, returns.channelId))
      .where(eq(channels.code, "aliexpress")),
  );
  expect(reasons.every(({ reason }) => reason.endsWith("@3rdIssueReason"))).toBe(true);
  expect(reasons.every(({ number }) => /^\d{16}$/.test(number))).toBe(true);
});

it("S2-10 S2-11 some returns of the demo cost more to send back than they are worth, or close to it", async () => {
  const all = await demoReturns();
  expect(all.filter(({ evaluation }) => evaluation.keepItem?.because === "cost").length).toBeGreaterThan(2);
  expect(all.filter(({ evaluation }) => costlyReturn(evaluation) !== null).length).toBeGreaterThan(2);
});

it("P-11 goods of the demo's own shop came home whole, in part, damaged and with something else, and others are on their way", async () => {
  const [row] = await inDemo((tx) =>
    tx.execute(sql`select
      (select count(*)::int from received_units where taken_back_at is null) as units,
      (select count(*)::int from received_units where condition = 'damaged') as damaged,
      (select count(*)::int from received_units where line_id is null) as extras,
      (select count(*)::int from returns r where r.status = 'received' and exists (
        select from deadlines d where d.return_id = r.id and d.state = 'open' and d.kind = 'send_back')) as partly,
      (select count(*)::int from deadlines d join returns r on r.id = d.return_id join channels c on c.id = r.channel_id
        where c.code = 'own-shop' and d.kind = 'refund' and d.state = 'open') as "toRefund",
      (select json_object_agg(status, n) from (select status, count(*)::int as n from parcels
        where id in (select parcel_id from parcel_returns l join returns r on r.id = l.return_id
          join channels c on c.id = r.channel_id where c.code = 'own-shop') group by status) p) as parcels,
      (select count(*)::int from unidentified_parcels) as parked`),
  );
  expect(row).toEqual({
    ...{ units: 8, damaged: 1, extras: 1, partly: 1, toRefund: 5, parked: 1 },
    parcels: { announced: 1, on_its_way: 2, delivered: 2, lost: 1, checked_in: 4 },
  });
});

it("is refused without the shop's name, and in a shop that has none", async () => {
  expect(await remove("Demo")).toEqual({ ok: false, refusal: { code: "demo_name_differs" } });
  const { sellerId, owner } = await aSeller(db);
  const own = removeDemo({ db, sellerId, actor: member(owner.id), now }, { name: "Demo Trading" });
  expect(await own).toEqual({ ok: false, refusal: { code: "not_demo" } });
  expect((await demoReturns()).length).toBeGreaterThan(250);
});

it("of two at once one takes it away, told in the audit; what is the shop's own stays with its store", async () => {
  const [store] = await inDemo((tx) => tx.select().from(channels).where(eq(channels.code, "amazon-de")));
  const seller = { sellerId: DEMO_TRADING, addressId: "", owner: { id: await ownerId(), name: "", email: "" } };
  const own = await aReturn(db, seller, { channelId: store?.id ?? "", orderNumber: "OWN-1" });
  const answers = await Promise.all([remove("Demo Trading"), remove("Demo Trading")]);
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { channels: 4 } }]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "not_demo" } });
  const left = await inDemo(async (tx) => ({
    returns: await tx.select({ id: returns.id }).from(returns),
    orders: await tx.select({ number: orders.number }).from(orders),
    channels: await tx.select({ code: channels.code, isDemo: channels.isDemo }).from(channels),
    cities: await tx.select({ city: returnAddresses.city }).from(returnAddresses),
    people: await tx.select().from(memberships),
    events: await tx.select({ kind: sellerEvents.kind, actor: sellerEvents.actorName }).from(sellerEvents),
    isDemo: await tx.select({ isDemo: sellers.isDemo }).from(sellers).where(eq(sellers.id, DEMO_TRADING)),
  }));
  expect(left).toMatchObject({
    returns: [{ id: own.id }],
    orders: [{ number: "OWN-1" }],
    channels: [{ code: "amazon-de", isDemo: false }],
    cities: [{ city: "Erfurt" }],
    events: [{ kind: "demo_removed", actor: "Olive Owner" }],
    isDemo: [{ isDemo: false }],
  });
  expect(left.people).toHaveLength(5);
  const [parcelsLeft] = await inDemo((tx) =>
    tx.execute(sql`select (select count(*)::int from parcels) + (select count(*)::int from unidentified_parcels)
      + (select count(*)::int from received_units) as n`),
  );
  expect(parcelsLeft).toEqual({ n: 0 });
  const others = await inDemo(
    (tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from returns`),
    OTHER_SHOP,
  );
  expect(others[0]?.n).toBe(6);
});
