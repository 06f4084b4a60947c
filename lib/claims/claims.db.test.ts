import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { claims, events, ledger, returnLines, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "@/lib/imports/testdata/a-shop";
import { NOW } from "@/lib/imports/testdata/made-up-file";
import { undoImport } from "@/lib/imports/undo-import";
import { newId } from "@/lib/kernel/ids";
import { NotYet } from "@/lib/platform/queue/work";
import type { DifferenceReason } from "@/lib/policy/parcels/differences";
import { checkIn } from "@/lib/receiving/check-in";
import { correctReceipt } from "@/lib/receiving/correct-receipt";
import { followClaim } from "./follow-claim";
import * as moves from "./move-claim";

const db = await testDb();
const DAY = 86_400_000;
const REFUNDED = { "Refunded Amount": "21.38" };

/** A store on Amazon with one return of an order for 21.38, of which a report tells these things. */
async function aStore(cells: Record<string, string> = REFUNDED, mode: "mirrored" | "managed" = "mirrored") {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode, plan: "professional" });
  const shop = aShop(db, seller, channelId);
  await shop.runRows(cells);
  const { id: returnId } = await shop.onlyReturn();
  const { sellerId } = shop;
  const ctx = (now = NOW) => ({ db, sellerId, actor: shop.actor, now });
  const read = <Row>(query: Parameters<typeof withSeller<Row>>[2]) => withSeller(db, sellerId, query);
  /** What the worker does when it comes to this return; answers when it comes again. */
  const look = async (now = NOW) => {
    try {
      await followClaim({ db, sellerId, now }, { returnId });
      return null;
    } catch (error) {
      if (error instanceof NotYet) return error.dueAt;
      throw error;
    }
  };
  const claim = async () => {
    const rows = await read((tx) => tx.select().from(claims));
    expect(rows.length).toBeLessThanOrEqual(1);
    return rows[0] ?? null;
  };
  const isLookedAt = async () =>
    (
      await db
        .select()
        .from(workItems)
        .where(and(eq(workItems.sellerId, sellerId), eq(workItems.kind, "claim")))
    ).length > 0;
  const unpack = async (
    condition: "new" | "damaged" | "not_ours",
    now = NOW,
    reason: DifferenceReason = "by_the_buyer",
  ) => {
    const [line] = await read((tx) => tx.select().from(returnLines));
    if (!line) throw new Error("a return without a line");
    const unit = {
      id: newId(),
      lineId: line.id,
      title: null,
      condition,
      disposition: "hold" as const,
      note: null,
      photoIds: [],
    };
    const difference = { reason, note: null };
    const units = Array.from({ length: line.quantity }, () => ({ ...unit, id: newId() }));
    const answer = await checkIn(ctx(now), { returnId, tracking: null, units, difference });
    expect(answer).toEqual({ ok: true, value: { units: line.quantity } });
    return units;
  };
  return { shop, ctx, read, look, claim, isLookedAt, unpack, returnId };
}
const AFTER = new Date(NOW.getTime() + 50 * DAY);

describe("a refund that the marketplace gave without us", () => {
  it("is watched from the report on, and becomes a claim when nothing is sent back in time", async () => {
    const store = await aStore();
    expect(await store.isLookedAt()).toBe(true);
    const again = await store.look();
    expect(again?.getTime()).toBeLessThanOrEqual(NOW.getTime() + DAY);
    expect(await store.claim()).toMatchObject({ status: "watched", amountMinor: null, refundedOn: null });
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "to_file", cause: "never_came", amountMinor: 2138 });
    const told = await store.read((tx) =>
      tx.select().from(events).where(eq(events.subjectKind, "claim")).orderBy(events.id),
    );
    expect(told.map(({ kind, threadId, toStatus }) => [kind, threadId, toStatus])).toEqual([
      ["open", store.returnId, "watched"],
      ["assess", store.returnId, "to_file"],
    ]);
    await store.look(AFTER);
    expect((await store.read((tx) => tx.select().from(events).where(eq(events.subjectKind, "claim")))).length).toBe(2);
  });

  it("follows what is unpacked, and what is graded otherwise later", async () => {
    const store = await aStore();
    await store.look();
    const units = await store.unpack("damaged");
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "to_file", cause: "damaged", amountMinor: 1069 });
    const changes = units.map(({ id }) => {
      return { unitId: id, condition: "new" as const, disposition: "restock" as const, isTakenBack: false };
    });
    expect(await correctReceipt(store.ctx(), { returnId: store.returnId, note: null, changes })).toMatchObject({
      ok: true,
    });
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "over", cause: null, amountMinor: null });
  });

  it("P-11 is none of what the shop itself had sent so", async () => {
    const store = await aStore();
    await store.look();
    await store.unpack("not_ours", NOW, "by_the_shop");
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "over", cause: null });
  });

  it("is none where nothing was refunded, on a marketplace that pays none, and of another shop", async () => {
    const store = await aStore({});
    expect(await store.isLookedAt()).toBe(false);
    await store.look();
    expect(await store.claim()).toBeNull();
    const refunded = await aStore();
    await refunded.look();
    const theirs = await refunded.claim();
    if (!theirs) throw new Error("no claim");
    const missing = { ok: false, refusal: { code: "not_found" } };
    expect(await moves.dropClaim(store.ctx(), { claimId: theirs.id, note: "not ours" })).toEqual(missing);
    expect(await refunded.claim()).toMatchObject({ status: "watched" });
  });

  it("goes when the import that told of it is taken back", async () => {
    const store = await aStore({});
    await store.shop.runRows(REFUNDED);
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "watched" });
    const [row] = await store.read((tx) =>
      tx.execute<{ id: string }>("select id from imports order by created_at desc, id desc limit 1"),
    );
    if (!row) throw new Error("no import");
    expect(await undoImport(store.ctx(), { importId: row.id })).toMatchObject({ ok: true });
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "over", amountMinor: null });
  });

  it("is counted from the day that somebody types, and missed after it; until then only from what is sure", async () => {
    const store = await aStore();
    await store.look(AFTER);
    const claim = await store.claim();
    if (!claim) throw new Error("no claim");
    expect(claim.dueAt < claim.endsAt).toBe(true);
    const late = new Date(claim.dueAt.getTime() + 1000);
    await store.look(late);
    expect((await store.claim())?.status).toBe("to_file");
    const future = await moves.dateClaim(store.ctx(late), { claimId: claim.id, refundedOn: "2099-01-01" });
    expect(future).toEqual({ ok: false, refusal: { code: "invalid", fields: { refundedOn: ["in_future"] } } });
    expect(await moves.dateClaim(store.ctx(late), { claimId: claim.id, refundedOn: "2026-07-14" })).toMatchObject({
      ok: true,
    });
    expect(await store.look(late)).toBeNull();
    expect(await store.claim()).toMatchObject({ status: "missed", refundedOn: "2026-07-14" });
  });
});

describe("what a person does with a claim", () => {
  it("is filed, granted, and taken back by a report that says otherwise; the books follow", async () => {
    const store = await aStore();
    await store.look(AFTER);
    const claimId = (await store.claim())?.id ?? "";
    expect(await moves.fileClaim(store.ctx(AFTER), { claimId, claimNumber: "ST-1", amount: "21.38" })).toMatchObject({
      ok: true,
    });
    // What comes back later changes what was filed no more.
    await store.unpack("new", AFTER);
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({
      status: "filed",
      claimNumber: "ST-1",
      claimedMinor: 2138,
      amountMinor: 2138,
    });
    expect(await moves.grantClaim(store.ctx(AFTER), { claimId, amount: "20.00" })).toMatchObject({ ok: true });
    await store.shop.runRows({
      ...REFUNDED,
      "SafeT claim id": "ST-1",
      "SafeT claim state": "Granted",
      "SafeT claim reimbursement amount": "15.00",
    });
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "granted", grantedMinor: 1500, reportedWord: "Granted" });
    await store.shop.runRows({ ...REFUNDED, "SafeT claim id": "ST-1", "SafeT claim state": "Denied" });
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "denied", grantedMinor: null });
    const entries = await store.read((tx) => tx.select().from(ledger).orderBy(ledger.id));
    expect(entries.map(({ debit, credit, amountMinor }) => [debit, credit, amountMinor])).toEqual([
      ["cash", "claims", 2000],
      ["claims", "cash", 2000],
      ["cash", "claims", 1500],
      ["claims", "cash", 1500],
    ]);
  });

  it("keeps what a person noted until the report says something else, and follows each telling once", async () => {
    const filed = { ...REFUNDED, "SafeT claim id": "ST-3", "SafeT claim state": "Filed" };
    const store = await aStore(filed);
    await store.look();
    const claimId = (await store.claim())?.id ?? "";
    expect(await store.claim()).toMatchObject({ status: "filed", grantedMinor: null });
    expect(await moves.grantClaim(store.ctx(), { claimId, amount: "20.00" })).toMatchObject({ ok: true });
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "granted", grantedMinor: 2000 });
    await store.shop.runRows({ ...filed, "SafeT claim state": "Granted" });
    await store.look();
    await store.look();
    expect(await store.claim()).toMatchObject({ status: "granted", grantedMinor: 2000, reportedWord: "Granted" });
    const told = await store.read((tx) => tx.select().from(events).where(eq(events.subjectKind, "claim")));
    expect(told.filter(({ kind }) => kind === "adopt").length).toBe(2);
  });

  it("P-29 follows no word that nobody knows: it is kept and shown", async () => {
    const store = await aStore({
      ...REFUNDED,
      "SafeT claim id": "ST-2",
      "SafeT claim state": "Escalated",
      "SafeT claim reimbursement amount": "9.99",
    });
    await store.look();
    await store.look();
    expect(await store.claim()).toMatchObject({
      status: "watched",
      reportedWord: "Escalated",
      claimNumber: "ST-2",
      grantedMinor: null,
    });
    const told = await store.read((tx) => tx.select().from(events).where(eq(events.subjectKind, "claim")));
    expect(told.filter(({ kind }) => kind === "adopt").length).toBe(1);
  });

  it("is dropped with a reason and taken up again; two at once do it once", async () => {
    const store = await aStore();
    await store.look(AFTER);
    const claimId = (await store.claim())?.id ?? "";
    const both = await Promise.all(
      [1, 2].map(() => moves.dropClaim(store.ctx(AFTER), { claimId, note: "our own refund" })),
    );
    expect(both.map((answer) => (answer.ok ? "done" : answer.refusal.code)).sort()).toEqual(["claim_moved", "done"]);
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "dropped", note: "our own refund" });
    expect(await moves.resumeClaim(store.ctx(AFTER), { claimId })).toMatchObject({ ok: true });
    await store.look(AFTER);
    expect(await store.claim()).toMatchObject({ status: "to_file", note: null });
  });
});
