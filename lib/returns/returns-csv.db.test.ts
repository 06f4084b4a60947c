import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn, testDb } from "@/db/testing";
import { BULK_ACT_LIST, BULK_ACTS } from "@/lib/bulk/bulk-act-list";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { HANDOVER_LIST } from "@/lib/handovers/handovers";
import { HANDOVERS } from "@/lib/handovers/shared/handover-list";
import { moveReturns } from "./move-returns";
import { returnsCsv } from "./returns-csv";
import { emptyFilter } from "./shared/filter";
import type { Selection } from "./shared/selection";

const db = await testDb();

async function read(csv: AsyncIterable<string>): Promise<Record<string, string>[]> {
  let text = "";
  for await (const part of csv) text += part;
  expect(text.startsWith("\u{FEFF}")).toBe(true);
  return parse(text, { bom: true, columns: true });
}

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

async function aShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { currency: "JPY" });
  const request = (n: number, options = {}) =>
    aReturn(db, seller, { channelId, requestedAt: day(n), now: day(n), ...options });
  const exported = (selection: Selection, isOldestFirst = false) =>
    read(returnsCsv(db, { sellerId: seller.sellerId, userId: seller.owner.id, selection, isOldestFirst }));
  const matching = (patch = {}): Selection => ({
    mode: "query",
    filter: { ...emptyFilter("all"), ...patch },
    snapshotAt: new Date(Date.now() + 1000).toISOString(),
    excludedIds: [],
  });
  return { seller, channelId, request, exported, matching };
}

describe("the export of returns", () => {
  it("has a row for each, with amounts in their currency, what is unknown empty, and nothing a spreadsheet would run", async () => {
    const { seller, request, exported, matching } = await aShop();
    const first = await request(2, { amountMinor: 1200, quantity: 2, orderNumber: "=1+1", sku: "KIT-70" });
    const second = await request(3, { amountMinor: null });
    const actor = { kind: "person", ...seller.owner } as const;
    const close = { move: "close", reason: "duplicate", comment: "Twice." } as const;
    await moveReturns({ db, sellerId: seller.sellerId, actor, now: day(4) }, { ids: [second.id], request: close });
    const rows = await exported(matching());
    expect(rows.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(rows[0]).toMatchObject({
      amount: "",
      status: "closed",
      close_reason: "duplicate",
      decided_by: "Olive Owner",
      decided_at: day(4).toISOString(),
    });
    expect(rows[1]).toMatchObject({
      return: `R-${first.number}`,
      order: "'=1+1",
      sku: "KIT-70",
      quantity: "2",
      amount: "1200",
      currency: "JPY",
      requested_on: "2026-01-02",
      decided_at: "",
    });
    expect((await exported(matching(), true)).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await exported({ mode: "ids", ids: [first.id] })).map(({ id }) => id)).toEqual([first.id]);
    expect(await exported(matching({ assignee: ["me"] }))).toEqual([]);
  });

  it("has no RMA where all of it is on a marketplace that knows none, and has one beside others", async () => {
    const { seller, request, exported, matching } = await aShop();
    await request(2);
    const channelId = await aChannel(db, seller, { programme: "free_return", mode: "mirrored" });
    await request(3, { channelId });
    const columns = async (patch = {}) => Object.keys((await exported(matching(patch)))[0] ?? {});
    expect(await columns()).toEqual(expect.arrayContaining(["rma", "marketplace_rma"]));
    expect(await columns({ channel: [channelId] })).not.toEqual(expect.arrayContaining(["rma"]));
    expect(await columns({ channel: [channelId] })).toEqual(expect.arrayContaining(["return", "order"]));
  });

  it("reads thousands part by part, each once, and nothing of another seller", async () => {
    const { seller, request, exported, matching } = await aShop();
    const { id } = await request(2);
    await copiesOfReturn(db, seller, 1200);
    const rows = await exported(matching());
    expect(new Set(rows.map((row) => row.id)).size).toBe(1201);
    expect(rows).toHaveLength(1201);
    expect(await (await aShop()).exported({ mode: "ids", ids: [id] })).toEqual([]);
  });
});

it("P-19 the hand-over list is exported whole, and jobs as they ended", async () => {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored" });
  const { id } = await aReturn(db, seller, { channelId, isInPolicyReported: true });
  const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
  const actor = { kind: "person", ...seller.owner } as const;
  await moveReturns({ db, sellerId, actor, now: new Date() }, { ids: [id], request });
  const channels = await withSeller(db, sellerId, (tx) => listHandoverChannels(tx, sellerId, { oldBefore: day(1) }));
  expect(channels.map((channel) => channel.id)).toEqual([channelId]);
  const taken = (whose: string) =>
    read(HANDOVER_LIST.csv({ db, sellerId: whose, channelId, without: [] }, HANDOVERS.usual()));
  expect(await taken(sellerId)).toMatchObject([
    { id, decision: "authorize", items: "1 × SKU-1", decided_by: "Olive Owner" },
  ]);
  const stranger = await aSeller(db);
  expect(await taken(stranger.sellerId)).toEqual([]);
  expect(await read(BULK_ACT_LIST.csv({ db, sellerId }, BULK_ACTS.usual()))).toEqual([]);
});
