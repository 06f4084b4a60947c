import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { policyPreviews } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, member, type TestSeller, testDb } from "@/db/testing";
import { addDays } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { workOnce } from "@/lib/platform/queue/work";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import type { Terms } from "@/lib/policy/terms/terms";
import { PREVIEW_CHANGE_LIST, PREVIEW_CHANGES } from "./preview-changes";
import { previewWork } from "./preview-work";
import { findPreview } from "./previews";
import { startPreview } from "./start-preview";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date();
const never = new AbortController().signal;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const dateAgo = (days: number) => addDays(NOW.toISOString().slice(0, 10), -days);

const withDays = (days: number, byCategory: Terms["window"]["byCategory"] = []): Terms => ({
  ...defaultPolicy.terms,
  window: { ...defaultPolicy.terms.window, days, byCategory },
});

/** A request made so many days after the delivery. */
const requested = (seller: TestSeller, channelId: string, afterDays: number, more: object = {}) =>
  aReturn(db, seller, {
    channelId,
    requestedAt: daysAgo(5),
    orderedOn: dateAgo(5 + afterDays),
    deliveredOn: dateAgo(5 + afterDays),
    ...more,
  });

async function previewOf(seller: TestSeller, request: Parameters<typeof startPreview>[1]) {
  const { sellerId, owner } = seller;
  const started = await startPreview({ db, sellerId, actor: member(owner.id), now: NOW }, request);
  if (!started.ok) throw new Error(started.refusal.code);
  const { previewId } = started.value;
  const read = () => withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId));
  const changes = async (asked: Partial<ReturnType<typeof PREVIEW_CHANGES.usual>> = {}) => {
    const view = { ...PREVIEW_CHANGES.usual(), ...asked };
    return withSeller(db, sellerId, (tx) => PREVIEW_CHANGE_LIST.page(tx, { sellerId, previewId }, view));
  };
  return { previewId, read, changes };
}
const textOf = async (csv: AsyncGenerator<string>) => {
  let text = "";
  for await (const part of csv) text += part;
  return text;
};
const drain = async () => {
  while (await workOnce(db, "preview", previewWork, never)) await Promise.resolve();
};

describe("a preview of terms", () => {
  it("P-10 counts and lists the requests that would have been judged otherwise, and what they cost", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    await requested(seller, channelId, 10);
    const late = await requested(seller, channelId, 40);
    await requested(seller, channelId, 40, { amountMinor: null });
    await requested(seller, channelId, 200);
    const { read, changes } = await previewOf(seller, { channelId, terms: withDays(60) });
    expect(await read()).toMatchObject({ state: "running", total: 4, done: 0 });
    await drain();
    expect(await read()).toMatchObject({
      state: "done",
      done: 4,
      impact: {
        judged: 4,
        changed: 3,
        verdicts: [{ from: "out_of_policy", to: "in_policy", count: 2 }],
        authorizations: { more: 0, fewer: 0 },
        labels: 0,
        costs: [{ currency: "USD", goodsMinor: 4290, goodsUnknown: 1, freightMinor: 0, freightUnknown: 0 }],
      },
    });
    expect((await changes()).rows).toHaveLength(3);
    expect((await changes()).rows.find(({ returnId }) => returnId === late.id)?.change.verdict).toEqual([
      "out_of_policy",
      "in_policy",
    ]);
  });

  it("P-10 lists every change, pages both ways, keeps to one kind, and gives the same as a file", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    // In time either way: only until when the goods are waited for changes.
    const inTime = await requested(seller, channelId, 10);
    const late = await requested(seller, channelId, 40);
    const unknown = await requested(seller, channelId, 40, { amountMinor: null });
    const { changes, previewId } = await previewOf(seller, { channelId, terms: withDays(60) });
    await drain();
    const idsOf = async (kind: "verdicts" | "deadlines" | "more") =>
      (await changes({ filter: { kind } })).rows.map(({ returnId }) => returnId).sort();
    const placesOf = ({ rows }: Awaited<ReturnType<typeof changes>>) => rows.map(({ position }) => position);
    expect(placesOf(await changes())).toEqual([1, 2, 3]);
    expect(await idsOf("verdicts")).toEqual([late.id, unknown.id].sort());
    expect(await idsOf("deadlines")).toEqual([inTime.id, late.id, unknown.id].sort());
    expect(await idsOf("more")).toEqual([]);
    const first = await changes({ per: 2 });
    const second = await changes({ per: 2, after: first.next });
    expect(placesOf(second)).toEqual([3]);
    expect(placesOf(await changes({ per: 1, before: second.previous }))).toEqual([2]);

    const { filter, sort } = PREVIEW_CHANGES.read({ kind: "verdicts" });
    const fileOf = (sellerId: string) => textOf(PREVIEW_CHANGE_LIST.csv({ db, sellerId, previewId }, { filter, sort }));
    const csv = await fileOf(seller.sellerId);
    expect(csv).toMatch(/"out_of_policy","in_policy".*"USD","42.90",""/);
    expect(csv).toMatch(/"USD","unknown",""/);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
    expect((await fileOf((await aSeller(db)).sellerId)).trimEnd().split("\r\n")).toHaveLength(1);
  });

  it("P-10 looks back 90 days, at one channel, and at nothing else of the seller", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    await requested(seller, await aChannel(db, seller), 40);
    await aReturn(db, seller, { channelId, requestedAt: daysAgo(100), deliveredOn: dateAgo(140) });
    const { read } = await previewOf(seller, { channelId, terms: withDays(60) });
    await drain();
    expect(await read()).toMatchObject({ total: 0, done: 0, impact: { judged: 0, changed: 0 } });
  });

  it("S4-01 of an operation counts what would have been authorized by itself", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    await requested(seller, channelId, 10);
    await requested(seller, channelId, 40);
    const { operation } = defaultPolicy;
    const { read } = await previewOf(seller, {
      channelId,
      operation: { ...operation, automation: { ...operation.automation, choice: "policy" } },
    });
    await drain();
    expect((await read())?.impact).toMatchObject({ changed: 1, authorizations: { more: 1, fewer: 0 }, verdicts: [] });
  });

  it("that is interrupted begins again, and says nothing twice", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    await requested(seller, channelId, 40);
    const { read, changes } = await previewOf(seller, { channelId, terms: withDays(60) });
    const ending = new AbortController();
    await workOnce(
      db,
      "preview",
      async (...given) => {
        await previewWork(...given);
        ending.abort();
      },
      ending.signal,
    );
    await withSeller(db, seller.sellerId, (tx) =>
      tx.update(policyPreviews).set({ state: "running" }).where(eq(policyPreviews.channelId, channelId)),
    );
    await drain();
    expect(await read()).toMatchObject({ state: "done", impact: { changed: 1 } });
    expect((await changes()).rows).toHaveLength(1);
  });

  it("of another seller's channel is not found, and neither is the preview", async () => {
    const seller = await aSeller(db);
    const other = await aSeller(db);
    const channelId = await aChannel(db, seller);
    const who = asOwner(db, other, NOW);
    expect(await startPreview(who, { channelId })).toEqual({ ok: false, refusal: { code: "not_found" } });
    const { previewId } = await previewOf(seller, { channelId });
    const found = await withSeller(db, other.sellerId, (tx) => findPreview(tx, other.sellerId, previewId));
    expect(found).toBeNull();
    expect(await withSeller(db, other.sellerId, (tx) => findPreview(tx, seller.sellerId, newId()))).toBeNull();
  });
});
