import { expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findListFrame } from "@/lib/returns/returns-frame";
import { listReturns } from "@/lib/returns/returns-list";
import { builtInFilter } from "@/lib/returns/shared/built-in-views";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { publishTerms } from "./publish-terms";
import { saveDraft } from "./save-draft";

const db = await testDb();
const now = new Date("2026-03-10T12:00:00Z");

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const marked = async () => {
    const { rows } = await withSeller(db, sellerId, (tx) =>
      listReturns(tx, sellerId, emptyFilter("all"), { now, per: 50 }),
    );
    return rows.flatMap(({ id, isHighValue }) => (isHighValue ? [id] : [])).toSorted();
  };
  const inView = () =>
    withSeller(db, sellerId, async (tx) => {
      const filter = builtInFilter("highValue", "authorization_required");
      const { rows } = await listReturns(tx, sellerId, filter, { now, per: 50 });
      const { viewCounts } = await findListFrame(tx, sellerId, filter, now);
      return { ids: rows.map(({ id }) => id).toSorted(), count: viewCounts.highValue };
    });
  const call = async (channelId: string, fromMinor: number | null, effectiveFrom = "2026-03-10") => {
    const who = asOwner(db, seller, now);
    const terms = { ...defaultPolicy.terms, highValue: { fromMinor } };
    const draft = await saveDraft(who, { channelId, seen: null, terms });
    if (!draft.ok) throw new Error(draft.refusal.code);
    const seen = draft.value.revision;
    const published = await publishTerms(who, { channelId, seen, effectiveFrom, note: "Dear goods." });
    expect(published.ok).toBe(true);
  };
  return { seller, marked, inView, call };
}

it("calls nothing high value until a channel says from what amount, and then what is worth as much, by its own currency", async () => {
  const { seller, marked, inView, call } = await aShop();
  const dollars = await aChannel(db, seller, { code: "us", timeZone: "UTC" });
  const pounds = await aChannel(db, seller, { code: "uk", country: "GB", currency: "GBP", timeZone: "UTC" });
  const of = async (channelId: string, amountMinor: number | null) =>
    (await aReturn(db, seller, { channelId, amountMinor, now })).id;
  const [dear, cheap] = [await of(dollars, 20_000), await of(dollars, 19_999)];
  const [elsewhere, unknown] = [await of(pounds, 90_000), await of(dollars, null)];
  expect(await marked()).toEqual([]);
  expect(await inView()).toEqual({ ids: [], count: 0 });

  await call(dollars, 20_000);
  expect(await marked()).toEqual([dear]);
  expect(await inView()).toEqual({ ids: [dear], count: 1 });
  expect([cheap, elsewhere, unknown]).not.toContain(dear);

  // What begins another day says nothing yet; what is in force counts for every return.
  await call(pounds, 100, "2026-03-11");
  expect(await marked()).toEqual([dear]);
  await call(dollars, 19_999);
  expect(await marked()).toEqual([cheap, dear].toSorted());
  await call(dollars, null);
  expect(await marked()).toEqual([]);
});
