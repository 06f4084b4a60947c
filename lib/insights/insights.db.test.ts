import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { imports, orderLines, orders, refunds, returnLines, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, ownerOf, testDb } from "@/db/testing";
import { fillSeller } from "@/db/testing-many";
import { newId } from "@/lib/kernel/ids";
import { listComparedInsights } from "./compared";
import { type Dimension, listChannelNames } from "./insights";

const db = await testDb();
const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12));
const orderOf = async (tx: Tx, id: string): Promise<string> =>
  (await tx.select({ orderId: returns.orderId }).from(returns).where(eq(returns.id, id)))[0]?.orderId ?? "";
const JANUARY = { from: "2026-01-01", to: "2026-01-31", channel: null };

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const usd = await aChannel(db, seller);
  const jpy = await aChannel(db, seller, { currency: "JPY" });
  const request = (
    options: { channelId?: string; sku?: string; n?: number; reason?: string; quantity?: number } = {},
  ) => aReturn(db, seller, { channelId: usd, requestedAt: day(options.n ?? 5), now: day(options.n ?? 5), ...options });
  const money = (
    id: string,
    values: { refunded?: number; label?: [number | null, string | null]; intended?: number | null },
  ) =>
    withSeller(db, sellerId, async (tx) => {
      const { refunded, label, intended } = values;
      if (refunded !== undefined)
        await tx.update(returnLines).set({ reportedRefundedMinor: refunded }).where(eq(returnLines.returnId, id));
      if (label)
        await tx
          .update(returns)
          .set({ labelKind: "prepaid", labelCostMinor: label[0], labelCurrency: label[1] })
          .where(eq(returns.id, id));
      if (intended !== undefined) {
        const refund = { key: newId(), state: "intended", kind: "without_return", amountMinor: intended } as const;
        const of = { sellerId, id: newId(), orderId: await orderOf(tx, id), returnId: id, currency: "USD" };
        await tx.insert(refunds).values({ ...of, createdAt: day(5), stateChangedAt: day(5), ...refund });
      }
    });
  const compared = (dimension: Dimension, period = {}) =>
    withSeller(db, sellerId, (tx) =>
      listComparedInsights(tx, sellerId, dimension, { ...JANUARY, knownChannels: [], ...period }),
    );
  const by = async (dimension: Dimension, period = {}) => (await compared(dimension, period)).rows;
  return { seller, sellerId, usd, jpy, request, money, by, compared };
}

describe("insights", () => {
  it("count returns and units by SKU, reason and channel, the most frequent first", async () => {
    const { usd, jpy, request, by } = await aShop();
    await request({ sku: "A", quantity: 2, reason: "DEFECTIVE" });
    await request({ sku: "A", channelId: jpy, reason: "DEFECTIVE" });
    await request({ sku: "B" });
    expect(await by("sku")).toMatchObject([
      { key: "A", isRest: false, returns: 2, units: 3, ordered: 3, orderedUnknown: 0 },
      { key: "B", returns: 1, units: 1 },
    ]);
    expect((await by("reason")).map(({ returns }) => returns)).toEqual([2, 1]);
    expect((await by("channel")).map(({ key, returns }) => [key, returns])).toEqual([
      [usd, 2],
      [jpy, 1],
    ]);
    expect(await by("sku", { channel: jpy })).toMatchObject([{ key: "A", returns: 1 }]);
  });

  it("look at the days of the period alone, both ends included", async () => {
    const { request, by } = await aShop();
    for (const n of [1, 10, 31]) await request({ n });
    expect(await by("sku", { from: "2026-01-10", to: "2026-01-31" })).toMatchObject([{ returns: 2 }]);
    expect(await by("sku", { from: "2026-02-01", to: "2026-02-28" })).toEqual([]);
  });

  it("never add currencies up, and keep what was announced apart from what was refunded", async () => {
    const { jpy, request, money, by } = await aShop();
    const [one, two] = [await request({ sku: "A" }), await request({ sku: "A", channelId: jpy })];
    await money(one.id, { refunded: 1200, label: [550, "EUR"], intended: 300 });
    await money(two.id, { refunded: 900, label: [700, "USD"] });
    expect(await by("sku")).toMatchObject([
      { refunded: { USD: 1200, JPY: 900 }, intended: { USD: 300 }, labelCosts: { EUR: 550, USD: 700 } },
    ]);
  });

  it("take the cost of a marketplace's label from its report, unless the buyer pays for it", async () => {
    const { sellerId, request, by } = await aShop();
    for (const labelPaidBy of ["Seller", "Customer"]) {
      const { id } = await request({ sku: "A" });
      const reported = sql`${JSON.stringify({ labelCostMinor: 654, labelCurrency: "USD", labelPaidBy })}::jsonb`;
      await withSeller(db, sellerId, (tx) => tx.update(returns).set({ reported }).where(eq(returns.id, id)));
    }
    expect(await by("sku")).toMatchObject([{ returns: 2, labelCosts: { USD: 654 }, labelCostsUnknown: 0 }]);
  });

  it("count what nobody told as unknown, and what is not due as nothing", async () => {
    const { seller, usd, request, money, by } = await aShop();
    const done = { channelId: usd, sku: "A", status: "completed", requestedAt: day(5), now: day(5) } as const;
    await aReturn(db, seller, done);
    const known = await aReturn(db, seller, done);
    const open = await request({ sku: "A" });
    await money(known.id, { refunded: 0, label: [null, null] });
    await money(open.id, { intended: null });
    expect(await by("sku")).toMatchObject([
      {
        refunded: { USD: 0 },
        refundedUnknown: 1,
        intended: {},
        intendedUnknown: 1,
        labelCosts: {},
        labelCostsUnknown: 1,
      },
    ]);
  });

  it("show twenty groups and the rest as one, in which no return counts twice", async () => {
    const { request, by } = await aShop();
    for (let n = 0; n < 23; n++) await request({ sku: `SKU-${String(n).padStart(2, "0")}` });
    await request({ sku: "SKU-22" });
    const rows = await by("sku");
    expect(rows).toHaveLength(21);
    expect(rows[0]).toMatchObject({ key: "SKU-22", returns: 2 });
    expect(rows.at(-1)).toMatchObject({ key: null, isRest: true, returns: 3 });
  });

  it("add each currency for itself for the whole, and count a return of several SKUs once in it", async () => {
    const { sellerId, jpy, request, money, compared } = await aShop();
    const [one, two] = [await request({ sku: "A" }), await request({ sku: "B", channelId: jpy })];
    await money(one.id, { refunded: 100, label: [550, "EUR"] });
    await money(two.id, { refunded: 5, label: [null, null] });
    await withSeller(db, sellerId, async (tx) => {
      const [item] = await tx.select().from(orderLines).where(eq(orderLines.orderId, one.orderId));
      const [line] = await tx.select().from(returnLines).where(eq(returnLines.returnId, one.id));
      if (!item || !line) throw new Error("a return has a line");
      const second = { ...item, id: newId(), sku: "C" };
      await tx.insert(orderLines).values(second);
      await tx.insert(returnLines).values({ ...line, id: newId(), orderLineId: second.id, position: 2 });
    });
    const { rows, whole } = await compared("sku");
    expect(rows.map(({ key, returns }) => [key, returns])).toEqual([
      ["A", 1],
      ["B", 1],
      ["C", 1],
    ]);
    expect(whole).toMatchObject({ returns: 2, units: 3, refunded: { USD: 200, JPY: 5 }, labelCosts: { EUR: 550 } });
    expect(whole?.labelCostsUnknown).toBe(1);
  });

  it("set each group beside the same number of days before, and what is not among the shown too", async () => {
    const { request, compared } = await aShop();
    for (const n of [12, 13, 14]) await request({ sku: "A", n });
    for (const n of [9, 10, 11]) await request({ sku: n === 9 ? "A" : "B", n });
    await request({ sku: "A", n: 8 });
    const { rows, whole } = await compared("sku", { from: "2026-01-12", to: "2026-01-14" });
    expect(rows).toMatchObject([{ key: "A", returns: 3, before: 1 }]);
    expect(whole).toMatchObject({ returns: 3, before: 3 });
  });

  it("set units asked back against units sold, of channels whose orders are known alone", async () => {
    const { usd, jpy, request, sellerId, compared } = await aShop();
    await request({ sku: "A", quantity: 2 });
    await request({ sku: "A", channelId: jpy });
    const order = { sellerId, channelId: usd, orderedOn: "2026-01-07", currency: "USD" };
    const sell = (quantity: number, more: Partial<typeof orders.$inferInsert> = {}) =>
      withSeller(db, sellerId, async (tx) => {
        const id = newId();
        await tx.insert(orders).values({ ...order, id, number: id, ...more });
        await tx.insert(orderLines).values({ sellerId, id: newId(), orderId: id, sku: "A", quantity });
      });
    await withSeller(db, sellerId, (tx) => tx.update(orders).set({ orderedOn: "2025-12-20" }));
    await sell(30);
    await sell(10);
    await sell(500, { isCancelled: true });
    await sell(500, { orderedOn: "2026-02-01" });
    const known = await compared("sku", { knownChannels: [usd] });
    expect(known.rows).toMatchObject([{ key: "A", units: 3, sold: { units: 40, returned: 2 } }]);
    expect(known.whole?.sold).toEqual({ units: 40, returned: 2 });
    expect((await compared("channel", { knownChannels: [usd] })).rows).toMatchObject([
      { key: usd, sold: { units: 40, returned: 2 } },
      { key: jpy, sold: null },
    ]);
    expect((await compared("sku")).rows).toMatchObject([{ sold: null }]);
    expect((await compared("reason", { knownChannels: [usd] })).whole?.sold).toBeNull();
  });

  it("know of a channel's orders once a file of them was imported into that very channel", async () => {
    const { sellerId, usd, jpy } = await aShop();
    const known = async () => {
      const names = await withSeller(db, sellerId, (tx) => listChannelNames(tx, sellerId));
      return names.flatMap(({ id, hasOrders }) => (hasOrders ? [id] : []));
    };
    const file = { sellerId, kind: "orders" as const, files: [], createdAt: day(5) };
    const imported = (channelId: string, state: "checked" | "done") =>
      withSeller(db, sellerId, (tx) => tx.insert(imports).values({ ...file, id: newId(), channelId, state }));
    await imported(jpy, "checked");
    expect(await known()).toEqual([]);
    await imported(usd, "done");
    expect(await known()).toEqual([usd]);
  });

  it("tell nothing of another seller", async () => {
    const { sellerId, request } = await aShop();
    await request();
    const stranger = await aSeller(db);
    const asked = { ...JANUARY, knownChannels: [] };
    const seen = await withSeller(db, stranger.sellerId, (tx) => listComparedInsights(tx, sellerId, "channel", asked));
    expect(seen).toEqual({ rows: [], whole: null });
  });
});

it("a month of many returns is read without looking through a large table", async () => {
  const owner = await ownerOf(db);
  const sellerId = await fillSeller(owner, "Many", 20_000);
  await owner.unsafe("vacuum analyze");
  const scans = () =>
    owner`select relname, seq_scan::int from pg_stat_user_tables
      where relname in ('returns', 'return_lines', 'orders', 'order_lines', 'deadlines') order by relname`;
  const before = await scans();
  const [{ from, to } = { from: "", to: "" }] = await owner<{ from: string; to: string }[]>`
    select (current_date - 120)::text as from, (current_date - 90)::text as to`;
  const known = await owner<{ id: string }[]>`select id from channels where seller_id = ${sellerId}`;
  const knownChannels = known.map(({ id }) => id);
  for (const dimension of ["sku", "reason", "channel"] as const) {
    const { rows } = await withSeller(db, sellerId, async (tx) => {
      await tx.execute(sql`select pg_stat_force_next_flush()`);
      return listComparedInsights(tx, sellerId, dimension, { from, to, channel: null, knownChannels });
    });
    expect(rows.reduce((sum, row) => sum + row.returns, 0)).toBeGreaterThan(600);
  }
  expect(await scans()).toEqual(before);
});
