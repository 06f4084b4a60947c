import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, asOwner, type TestSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import type { Terms } from "@/lib/policy/terms/terms";
import { inForce } from "@/lib/policy/terms/versions";
import { discardDraft } from "./discard-draft";
import { publishTerms } from "./publish-terms";
import { saveDraft } from "./save-draft";
import { startDraft } from "./start-draft";
import { type PublishTerms, saveDraftSchema } from "./terms-input";
import { findChannelTerms, listRunningVersions, VERSION_LIST, VERSIONS } from "./terms-rows";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

// 02:00 on the 10th in London is the evening of the 9th where the store is.
const NOW = new Date("2026-02-10T02:00:00Z");
const TODAY = "2026-02-09";

const withDays = (days: number, base: Terms = defaultPolicy.terms): Terms => ({
  ...base,
  window: { ...base.window, days },
});

async function aStore(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  return { seller, channelId, ...deskOf(seller, channelId) };
}

function deskOf(seller: TestSeller, channelId: string) {
  const { sellerId } = seller;
  const who = asOwner(db, seller, NOW);
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  return {
    inside,
    save: (terms: Terms, seen: number | null = null) => saveDraft(who, { channelId, seen, terms }),
    start: (fromVersion: number, seen: number | null = null) => startDraft(who, { channelId, fromVersion, seen }),
    discard: (seen: number) => discardDraft(who, { channelId, seen }),
    publish: (seen: number, rest: Partial<PublishTerms> = {}) =>
      publishTerms(who, { channelId, seen, effectiveFrom: TODAY, note: "Because.", ...rest }),
    draft: async () => (await inside((tx) => findChannelTerms(tx, sellerId, channelId)))?.draft ?? null,
    versions: async () => (await inside((tx) => VERSION_LIST.page(tx, { sellerId, channelId }, VERSIONS.usual()))).rows,
    running: (on: string) => inside((tx) => listRunningVersions(tx, sellerId, channelId, on)),
  };
}

type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { code: string } };
const revisionOf = (answer: Answer<{ revision: number }>): number => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.revision;
};

describe("a draft of terms", () => {
  it("P-10 binds nobody, says who wrote it when, and from which version", async () => {
    const { save, draft, versions } = await aStore();
    await save(withDays(45));
    expect(await draft()).toMatchObject({
      terms: { window: { days: 45 } },
      baseVersion: 1,
      updatedAt: NOW,
      updatedByName: "Olive Owner",
    });
    expect(await versions()).toHaveLength(1);
  });

  it("of two who save at once one wins, and the other is told who did and what stands now", async () => {
    const { save, draft } = await aStore();
    const answers = await Promise.all([save(withDays(45)), save(withDays(60))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = await draft();
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: {
        code: "changed_since",
        name: "Olive Owner",
        at: NOW,
        revision: stands?.revision,
        terms: stands?.terms,
      },
    });
  });

  it("once thrown away is not saved over: what is in force is what stands", async () => {
    const { save, discard, draft } = await aStore();
    const revision = revisionOf(await save(withDays(45)));
    expect(await discard(revision)).toEqual({ ok: true, value: null });
    expect(await draft()).toBeNull();
    expect(await save(withDays(60), revision)).toMatchObject({
      refusal: { code: "changed_since", revision: null, terms: { window: { days: 30 } } },
    });
    expect(await discard(revision)).toMatchObject({ refusal: { code: "changed_since" } });
  });

  it("refuses two rows for one category and a holiday that ends before it begins", () => {
    const { window } = defaultPolicy.terms;
    const row = { basis: "bought", boughtFrom: "2026-12-01", boughtTo: "2026-11-01", label: "" } as const;
    const terms: Terms = {
      ...defaultPolicy.terms,
      window: {
        ...window,
        byCategory: [
          { category: "Toys", days: 40 },
          { category: " toys", days: 50 },
        ],
        holidays: [{ ...row, returnableUntil: "2026-10-01" }],
      },
    };
    const parsed = saveDraftSchema.safeParse({ channelId: "019ab000-0000-7000-8000-000000000000", seen: null, terms });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["terms.window.byCategory.1.category", "twice"],
      ["terms.window.holidays.0.boughtTo", "before_start"],
      ["terms.window.holidays.0.returnableUntil", "before_end"],
    ]);
  });
});

describe("publishing terms", () => {
  it("P-10 makes the draft the next version, with who and why, in force on its day where the store is", async () => {
    const { save, publish, draft, versions } = await aStore();
    const revision = revisionOf(await save(withDays(45)));
    expect(await publish(revision)).toEqual({ ok: true, value: { version: 2, effectiveFrom: TODAY } });
    expect(await draft()).toBeNull();
    const [newest] = await versions();
    expect(newest).toMatchObject({ version: 2, effectiveFrom: TODAY, note: "Because.", createdByName: "Olive Owner" });
  });

  it("P-26 has the channel's undecided returns judged again", async () => {
    const { seller, channelId, save, publish } = await aStore();
    const queued = () =>
      db
        .select({ id: workItems.id })
        .from(workItems)
        .where(and(eq(workItems.sellerId, seller.sellerId), eq(workItems.kind, "rejudge")));
    const revision = revisionOf(await save(withDays(45)));
    expect(await queued()).toEqual([]);
    await publish(revision);
    expect(await queued()).toEqual([{ id: channelId }]);
  });

  it("P-10 a version planned for later comes into force on its day, whatever is published meanwhile", async () => {
    const { save, publish, running } = await aStore();
    await publish(revisionOf(await save(withDays(60))), { effectiveFrom: "2026-03-01" });
    await publish(revisionOf(await save(withDays(45))));
    const daysOn = async (on: string) => inForce(await running(TODAY), on).terms.window.days;
    expect([await daysOn(TODAY), await daysOn("2026-02-28"), await daysOn("2026-03-01")]).toEqual([45, 45, 60]);
    expect((await running("2026-03-01")).map(({ version }) => version)).toEqual([2]);
    expect((await running("2019-01-01")).map(({ version }) => version)).toEqual([2, 3, 1]);
  });

  it("S1-04 refuses what is stricter than the marketplace, each value with its floor", async () => {
    const { save, publish, versions } = await aStore({ mode: "mirrored" });
    const terms = withDays(14);
    const revision = revisionOf(await save({ ...terms, restocking: { ...terms.restocking, latePercent: 20 } }));
    const refused = await publish(revision);
    expect(refused).toMatchObject({ refusal: { code: "below_floor" } });
    const breaches = !refused.ok && refused.refusal.code === "below_floor" ? refused.refusal.breaches : [];
    expect(breaches.map(({ code, yours, floor }) => [code, yours, floor])).toEqual([
      ["window", 14, 30],
      ["no_local_address", null, 2500],
    ]);
    expect(await versions()).toHaveLength(1);
  });

  it("S1-04 a country without a floor of its own has the marketplace's general one, and an own shop none", async () => {
    const german = await aStore({ mode: "mirrored", country: "DE", currency: "EUR" });
    const refused = await german.publish(revisionOf(await german.save(withDays(14))));
    expect(refused).toMatchObject({ refusal: { code: "below_floor", breaches: [{ floor: 30 }] } });
    const own = await aStore();
    expect(await own.publish(revisionOf(await own.save(withDays(14))))).toMatchObject({ ok: true });
  });

  it("refuses yesterday, and what that day's version says already", async () => {
    const { save, publish } = await aStore();
    const revision = revisionOf(await save(withDays(30)));
    expect(await publish(revision, { effectiveFrom: "2026-02-08" })).toMatchObject({
      refusal: { code: "invalid", fields: { effectiveFrom: ["in_past"] } },
    });
    expect(await publish(revision)).toEqual({ ok: false, refusal: { code: "nothing_changed", version: 1 } });
  });

  it("of two who publish at once one wins, and nothing but what was seen is published", async () => {
    const { save, publish, versions } = await aStore();
    const revision = revisionOf(await save(withDays(45)));
    const answers = await Promise.all([publish(revision), publish(revision)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "changed_since", name: "Olive Owner", revision: null, terms: { window: { days: 45 } } },
    });
    expect(await versions()).toHaveLength(2);
    const next = revisionOf(await save(withDays(60)));
    await save(withDays(61), next);
    expect(await publish(next)).toMatchObject({ refusal: { code: "changed_since", terms: { window: { days: 61 } } } });
  });
});

describe("going back to a version", () => {
  it("P-10 begins a draft with its terms, in place of the draft that was open", async () => {
    const { save, publish, start, draft, versions } = await aStore();
    await publish(revisionOf(await save(withDays(45))));
    const open = revisionOf(await save(withDays(90)));
    expect(await start(1)).toMatchObject({ refusal: { code: "changed_since", terms: { window: { days: 90 } } } });
    const revision = revisionOf(await start(1, open));
    expect(await draft()).toMatchObject({ baseVersion: 1, terms: defaultPolicy.terms });
    expect(await publish(revision)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await versions()).toHaveLength(3);
    expect(await start(9)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

it("another seller's channel is not found", async () => {
  const { channelId, save } = await aStore();
  const revision = revisionOf(await save(withDays(45)));
  const notFound = { ok: false, refusal: { code: "not_found" } };
  const other = deskOf(await aSeller(db), channelId);
  expect(await other.save(withDays(60))).toEqual(notFound);
  expect(await other.start(1)).toEqual(notFound);
  expect(await other.discard(revision)).toEqual(notFound);
  expect(await other.publish(revision)).toEqual(notFound);
  expect([await other.draft(), await other.versions()]).toEqual([null, []]);
});
