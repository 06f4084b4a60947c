import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { handovers, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { findListFrame } from "./returns-frame";
import { countMatching, listReturns, matchingReturns, type PageKey, placeIn } from "./returns-list";
import { emptyFilter, type ReturnFilter, SORTS, type Tab } from "./shared/filter";

const db = await testDb();
const HOUR = 3_600_000;
const now = new Date();
const at = (hours: number) => new Date(now.getTime() + hours * HOUR);

type Seller = Awaited<ReturnType<typeof aSeller>>;

const page = (seller: Seller, filter: ReturnFilter, keys: { per?: number; after?: PageKey; before?: PageKey } = {}) =>
  withSeller(db, seller.sellerId, (tx) => listReturns(tx, seller.sellerId, filter, { now, per: 50, ...keys }));

const idsOf = async (seller: Seller, patch: Partial<ReturnFilter>, tab: Tab = "all") =>
  (await page(seller, { ...emptyFilter(tab), ...patch })).rows.map(({ id }) => id).toSorted();

/** Writes what only later desks write, so that the list can be asked for it. */
const patch = (seller: Seller, id: string, values: Partial<typeof returns.$inferInsert>) =>
  withSeller(db, seller.sellerId, (tx) => tx.update(returns).set(values).where(eq(returns.id, id)));

async function aShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  return { seller, channelId };
}

describe("the tabs", () => {
  it("holds each return in the tab of its status, and a disputed one in Disputes as well", async () => {
    const { seller, channelId } = await aShop();
    const asked = await aReturn(db, seller, { channelId });
    const awaited = await aReturn(db, seller, { channelId, status: "awaiting_return" });
    const done = await aReturn(db, seller, { channelId, status: "lapsed" });
    await patch(seller, awaited.id, { isDisputed: true });

    expect(await idsOf(seller, {}, "authorization_required")).toEqual([asked.id]);
    expect(await idsOf(seller, {}, "awaiting_return")).toEqual([awaited.id]);
    expect(await idsOf(seller, {}, "disputes")).toEqual([awaited.id]);
    expect(await idsOf(seller, {}, "closed")).toEqual([done.id]);
    expect(await idsOf(seller, {}, "all")).toHaveLength(3);
  });

  it("counts them with what is overdue, and tells the channels with the age of their data", async () => {
    const { seller, channelId } = await aShop();
    await aReturn(db, seller, { channelId, requestedAt: at(-30), now: at(-30) });
    await aReturn(db, seller, { channelId, requestedAt: at(-1), now: at(-1) });
    const frame = await withSeller(db, seller.sellerId, (tx) =>
      findListFrame(tx, seller.sellerId, emptyFilter("authorization_required"), now),
    );
    expect(frame.counts).toEqual({ authorization_required: 2, awaiting_return: 0, received: 0, disputes: 0 });
    expect(frame.overdue).toEqual({ authorization_required: 1, received: 0 });
    expect(frame).toMatchObject({ matching: null, viewCounts: { handover: 0 }, hasAny: true, named: [] });
    expect(frame.channels).toMatchObject([{ id: channelId, mode: "managed", dataAsOf: null }]);
  });
});

describe("paging by key", () => {
  it.each(SORTS)("walks every return once in both directions, sorted by %s", async (sort) => {
    const { seller, channelId } = await aShop();
    for (let n = 0; n < 7; n++) {
      const requestedAt = at(-Math.floor(n / 2) * 30);
      await aReturn(db, seller, {
        channelId,
        requestedAt,
        now: requestedAt,
        status: n < 4 ? "authorization_required" : "completed",
      });
    }
    const filter = { ...emptyFilter("all"), sort };
    const whole = (await page(seller, filter)).rows;
    const keyOf = (row: (typeof whole)[number]): PageKey => ({
      at: placeIn(sort, row),
      id: row.id,
    });
    const walked = [...(await page(seller, filter, { per: 3 })).rows];
    for (let more = true; more; ) {
      const last = walked.at(-1);
      const next = await page(seller, filter, { per: 3, ...(last && { after: keyOf(last) }) });
      expect(next.hasPrevious).toBe(true);
      walked.push(...next.rows);
      more = next.hasNext;
    }
    expect(walked.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));

    const [, , , fourth, fifth] = whole;
    if (!fourth || !fifth) throw new Error("too few");
    const back = await page(seller, filter, { per: 3, before: keyOf(fifth) });
    expect(back.rows.map(({ id }) => id)).toEqual(whole.slice(1, 4).map(({ id }) => id));
    expect(back).toMatchObject({ hasNext: true, hasPrevious: true });
    const first = await page(seller, filter, { per: 3, before: keyOf(fourth) });
    expect(first).toMatchObject({ hasNext: true, hasPrevious: false });
    expect(first.rows.map(({ id }) => id)).toEqual(whole.slice(0, 3).map(({ id }) => id));
    const third = await page(seller, filter, { per: 3, before: keyOf(whole[2] ?? fourth) });
    expect(third.rows.map(({ id }) => id)).toEqual(whole.slice(0, 2).map(({ id }) => id));

    const all = await withSeller(db, seller.sellerId, (tx) =>
      matchingReturns(tx, seller.sellerId, filter, { snapshotAt: at(1), excludedIds: [], limit: 100 }),
    );
    expect(all).toEqual(whole.map(({ id }) => id));
  });
});

describe("a row", () => {
  it("P-18 carries its lines, its next deadline, and what was missed before the import", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller, { mode: "mirrored" });
    const { id, number } = await aReturn(db, seller, { channelId, requestedAt: at(-60), now, amountMinor: null });
    const { rows } = await page(seller, emptyFilter("authorization_required"));
    expect(rows).toMatchObject([
      { id, number, valueMinor: null, missed: ["answer"], openHandover: null, lineCount: 1 },
    ]);
    expect(rows[0]?.lines).toEqual([
      { title: "Test item", sku: "SKU-1", reason: "CR-UNWANTED_ITEM", reasonLabels: null, quantity: 1, ordered: 1 },
    ]);
    expect(rows[0]?.deadline).toMatchObject({ kind: "expire", party: "seller", consequence: "expire" });
    expect(rows[0]?.deadline?.dueAt).toBeInstanceOf(Date);
  });
});

describe("filters", () => {
  it("P-08 finds a reason on any line by its comparable form, with and without the CR- prefix", async () => {
    const { seller, channelId } = await aShop();
    const known = await aReturn(db, seller, { channelId, reason: "CR-DEFECTIVE" });
    const same = await aReturn(db, seller, { channelId, reason: "DEFECTIVE" });
    const foreign = await aReturn(db, seller, { channelId, reason: "CR-ZZ_NEW" });
    expect(await idsOf(seller, { reason: ["defective"] })).toEqual([known.id, same.id].toSorted());
    expect(await idsOf(seller, { reason: ["ZZ_NEW"] })).toEqual([foreign.id]);
    expect(await idsOf(seller, { reason: ["defective", "ZZ_NEW"] })).toEqual(
      [known.id, same.id, foreign.id].toSorted(),
    );
  });

  it("P-25 finds a verdict, and exempt beside it", async () => {
    const { seller, channelId } = await aShop();
    const late = await aReturn(db, seller, { channelId, orderedOn: "2020-01-01", deliveredOn: "2020-01-05" });
    const intime = await aReturn(db, seller, { channelId });
    expect(await idsOf(seller, { verdict: ["out_of_policy"] })).toEqual([late.id]);
    expect(await idsOf(seller, { verdict: ["in_policy"] })).toEqual([intime.id]);
    expect(await idsOf(seller, { verdict: ["exempt"] })).toEqual([]);
    expect(await idsOf(seller, { verdict: ["exempt", "out_of_policy"] })).toEqual([late.id]);
    expect(await idsOf(seller, { verdict: ["in_policy", "out_of_policy"] })).toEqual([late.id, intime.id].toSorted());
  });

  it("finds by channel, by date with both ends, and by what is due", async () => {
    const { seller, channelId } = await aShop();
    const elsewhere = await aChannel(db, seller);
    const late = await aReturn(db, seller, { channelId, requestedAt: at(-26), now: at(-26) });
    const soon = await aReturn(db, seller, { channelId, requestedAt: at(-2), now: at(-2) });
    const other = await aReturn(db, seller, { channelId: elsewhere, requestedAt: at(-2), now: at(-2) });
    const day = (hours: number) => at(hours).toISOString().slice(0, 10);
    expect(await idsOf(seller, { channel: [elsewhere] })).toEqual([other.id]);
    expect(await idsOf(seller, { due: "overdue" })).toEqual([late.id]);
    expect(await idsOf(seller, { due: "24h" })).toEqual([soon.id, other.id].toSorted());
    expect(await idsOf(seller, { from: day(-26), to: day(-26) })).toContain(late.id);
    expect(await idsOf(seller, { from: day(0) })).not.toContain(late.id);
  });

  it("P-18, P-19 finds what was missed before import, and what is not yet done there", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller, { mode: "mirrored" });
    const missed = await aReturn(db, seller, { channelId, requestedAt: at(-60), now });
    const open = await aReturn(db, seller, { channelId, requestedAt: at(-1), now });
    await withSeller(db, seller.sellerId, (tx) =>
      tx
        .insert(handovers)
        .values({ sellerId: seller.sellerId, id: newId(), returnId: open.id, move: "authorize", openedAt: now }),
    );
    expect(await idsOf(seller, { due: "missed" })).toEqual([missed.id]);
    expect(await idsOf(seller, { isHandoverOpen: true })).toEqual([open.id]);
  });
});

describe("search", () => {
  it("S1-10 finds a return by its number, order, SKU and buyer, typed in any form or only begun", async () => {
    const { seller, channelId } = await aShop();
    const wanted = await aReturn(db, seller, {
      channelId,
      sku: "ELEC-63",
      buyerName: "Maria de Souza",
      channelRma: "DkT9",
    });
    await aReturn(db, seller, { channelId, sku: "OTHER-1", buyerName: "Somebody Else" });
    for (const q of [
      `r-${wanted.number}`,
      `R－${wanted.number}`,
      "elec",
      "souza",
      " MARIA de",
      "dkt9",
      `o-${wanted.orderId}`,
    ])
      expect(await idsOf(seller, { q }), q).toEqual([wanted.id]);
    expect(await idsOf(seller, { q: "nothing like it" })).toEqual([]);
    expect(await idsOf(seller, { q: "\u200B" })).toEqual([]);
  });

  it("S1-10 names the one return that a scanned number means, in whatever tab it stands", async () => {
    const { seller, channelId } = await aShop();
    const closed = await aReturn(db, seller, { channelId, status: "closed", channelRma: "ONE", sku: "TWICE" });
    await aReturn(db, seller, { channelId, sku: "TWICE" });
    const named = async (q: string) =>
      (
        await withSeller(db, seller.sellerId, (tx) =>
          findListFrame(tx, seller.sellerId, { ...emptyFilter("authorization_required"), q }, now),
        )
      ).named;
    expect(await named("one")).toEqual([closed.id]);
    expect(await named(String(closed.number))).toEqual([closed.id]);
    expect(await named("twice")).toEqual([]);
  });
});

describe("a SKU", () => {
  it("is matched as it is written, not by its beginning and not by what it looks like", async () => {
    const { seller, channelId } = await aShop();
    const { id } = await aReturn(db, seller, { channelId, sku: "KIT-70" });
    for (const sku of ["KIT-701", "kit-70", "KIT 70"]) await aReturn(db, seller, { channelId, sku });
    expect(await idsOf(seller, { sku: "KIT-70" })).toEqual([id]);
  });
});

describe("all that match", () => {
  it("is bounded by its instant: what comes later, or comes into the tab later, is not in it", async () => {
    const { seller, channelId } = await aShop();
    const early = await aReturn(db, seller, { channelId });
    const left = await aReturn(db, seller, { channelId });
    const snapshotAt = new Date(Date.now() + 5);
    await aReturn(db, seller, { channelId });
    await withSeller(db, seller.sellerId, (tx) =>
      tx
        .update(returns)
        .set({
          createdAt: new Date(snapshotAt.getTime() - 1000),
          statusChangedAt: new Date(snapshotAt.getTime() - 1000),
        })
        .where(eq(returns.id, early.id)),
    );
    await patch(seller, left.id, { createdAt: at(-1), statusChangedAt: new Date(snapshotAt.getTime() + 1000) });
    const filter = emptyFilter("authorization_required");
    const [ids, count] = await withSeller(db, seller.sellerId, (tx) =>
      Promise.all([
        matchingReturns(tx, seller.sellerId, filter, { snapshotAt, excludedIds: [], limit: 10 }),
        countMatching(tx, seller.sellerId, filter, { snapshotAt, excludedIds: [early.id] }),
      ]),
    );
    expect(ids).toContain(early.id);
    expect(ids).not.toContain(left.id);
    expect(count).toBe(ids.length - 1);
  });
});

it("a list takes two statements, whatever is asked of it", async () => {
  const { seller, channelId } = await aShop();
  await aReturn(db, seller, { channelId });
  const filter: ReturnFilter = {
    ...emptyFilter("all"),
    q: "SKU",
    verdict: ["in_policy"],
    reason: ["x"],
    due: "missed",
    channel: [channelId],
  };
  const sent = await statementsOf(db, () =>
    withSeller(db, seller.sellerId, async (tx) => {
      await findListFrame(tx, seller.sellerId, filter, now);
      await listReturns(tx, seller.sellerId, filter, { now, per: 50 });
    }),
  );
  expect(sent).toHaveLength(2);
});

it("another seller's returns are not found, listed, counted or searched", async () => {
  const { seller, channelId } = await aShop();
  const stranger = await aSeller(db);
  const { id, number } = await aReturn(db, seller, { channelId });
  const filter = { ...emptyFilter("all"), q: `R-${number}` };
  const seen = await withSeller(db, stranger.sellerId, (tx) =>
    Promise.all([
      listReturns(tx, seller.sellerId, filter, { now, per: 50 }),
      findListFrame(tx, seller.sellerId, filter, now),
      matchingReturns(tx, seller.sellerId, filter, { snapshotAt: at(1), excludedIds: [], limit: 10 }),
    ]),
  );
  expect(id).toBeTruthy();
  expect(seen[0].rows).toEqual([]);
  expect(seen[1]).toMatchObject({ named: [], channels: [], hasAny: false, matching: 0 });
  expect(seen[2]).toEqual([]);
});
