import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { ownerOf, testDb } from "@/db/testing";
import { fillSeller } from "@/db/testing-many";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { findHandoverNotes } from "@/lib/handovers/handover-notes";
import { HANDOVER_LIST } from "@/lib/handovers/handovers";
import { HANDOVERS } from "@/lib/handovers/shared/handover-list";
import { findJumps } from "./jumps";
import { findListFrame } from "./returns-frame";
import { countMatching, listReturns, matchingReturns } from "./returns-list";
import { emptyFilter, type ReturnFilter } from "./shared/filter";

const COUNT = 20_000;
const LARGE = ["returns", "return_lines", "return_keys", "deadlines", "orders", "order_lines"];

const db = await testDb();
const owner = await ownerOf(db);
let sellerId = "";
beforeAll(async () => {
  sellerId = await fillSeller(owner, "Many", COUNT);
  await owner.unsafe("vacuum analyze");
});

const scans = async (): Promise<Record<string, number>> => {
  const rows = await owner<{ relname: string; seq_scan: number }[]>`
    select relname, seq_scan::int from pg_stat_user_tables where relname in ${owner(LARGE)}`;
  return Object.fromEntries(rows.map((row) => [row.relname, row.seq_scan]));
};

const required = emptyFilter("authorization_required");
const all = emptyFilter("all");
const LISTS: Record<string, ReturnFilter> = {
  "a tab": required,
  "everything by deadline": { ...all, sort: "due" },
  "a verdict": { ...all, verdict: ["not_returnable"] },
  "everything by value": { ...all, sort: "-value" },
  "a tab by value": { ...required, sort: "value" },
  "a channel": { ...all, channel: ["01900000-0000-7000-8000-000000000001"] },
  "what was missed in a tab": { ...emptyFilter("awaiting_return"), due: "missed" },
  "what was missed and is out of policy": { ...required, due: "missed", verdict: ["out_of_policy"] },
  "exempt ones": { ...required, verdict: ["exempt"] },
  "what is overdue": { ...all, due: "overdue" },
  "a month": { ...emptyFilter("closed"), from: "2025-01-01", to: "2025-01-31" },
  "what is worth much": { ...all, isHighValue: true },
  "open hand-overs": { ...all, isHandoverOpen: true },
  "what a job left": { ...all, notDoneBy: "01900000-0000-7000-8000-000000000001" },
  "what was missed": { ...all, due: "missed" },
  "what was answered late": { ...all, due: "late" },
  "a common reason": { ...all, reason: ["defective"] },
  "a rare reason": { ...all, reason: ["empty_parcel"] },
  "nobody's": { ...required, assignee: ["nobody"] },
  "one person's": { ...all, assignee: ["01900000-0000-7000-8000-000000000001"] },
  "a SKU": { ...all, sku: "SKU-77" },
  "a search by SKU": { ...required, q: "SKU-77" },
  "a search by a letter": { ...all, q: "B" },
};

it.each(Object.entries(LISTS))("listing %s reads no large table from end to end", async (_, filter) => {
  const before = await scans();
  const now = new Date();
  await withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`select pg_stat_force_next_flush()`);
    await findListFrame(tx, sellerId, filter, now);
    const { rows } = await listReturns(tx, sellerId, filter, { now, per: 50 });
    const key = { at: "infinity", id: rows.at(-1)?.id ?? sellerId };
    await listReturns(tx, sellerId, { ...filter, sort: "due" }, { now, per: 50, before: key });
    await matchingReturns(tx, sellerId, filter, { snapshotAt: now, excludedIds: [], limit: 1000 });
  });
  expect(await scans()).toEqual(before);
});

it("the hand-over list reads no large table from end to end", async () => {
  const before = await scans();
  const now = new Date();
  const rows = await withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`select pg_stat_force_next_flush()`);
    const channels = await listHandoverChannels(tx, sellerId, { oldBefore: now });
    const channel = channels.find(({ open }) => open > 0);
    if (!channel) throw new Error("nothing is open");
    await findHandoverNotes(tx, sellerId, channel.id, { since: new Date(0), doneLimit: 10 });
    const ctx = { sellerId, channelId: channel.id, without: [] };
    return (await HANDOVER_LIST.page(tx, ctx, { ...HANDOVERS.usual(), per: 5 })).rows;
  });
  expect(rows).toHaveLength(5);
  expect(await scans()).toEqual(before);
});

it.each(["R-1", "ORDER", "SKU-77", "B"])(
  "the palette looks for %s without reading a large table from end to end",
  async (typed) => {
    const before = await scans();
    await withSeller(db, sellerId, async (tx) => {
      await tx.execute(sql`select pg_stat_force_next_flush()`);
      await findJumps(tx, sellerId, typed);
    });
    expect(await scans()).toEqual(before);
  },
);

it("counting all that match is exact beyond a thousand", async () => {
  const snapshot = { snapshotAt: new Date(), excludedIds: [] };
  const [exact, frame] = await withSeller(db, sellerId, (tx) =>
    Promise.all([countMatching(tx, sellerId, all, snapshot), findListFrame(tx, sellerId, all, new Date())]),
  );
  expect(exact).toBe(COUNT);
  expect(frame.matching).toBe(1001);
});
