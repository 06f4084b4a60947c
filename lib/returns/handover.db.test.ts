import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, handovers, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { tickHandovers } from "@/lib/handovers/tick-handovers";
import type { Actor } from "@/lib/policy/actor";
import { keepOurs } from "./keep-ours";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { reopenHandovers } from "./reopen-handovers";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T10:00:00Z");
const later = new Date("2026-11-20T11:00:00Z");
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };
const CLOSE: MoveRequest = { move: "close", reason: "window_expired", comment: "The window closed." };
const actorOf = ({ owner }: TestSeller): Actor => ({ kind: "person", id: owner.id, name: owner.name });

async function shop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored" });
  const decided = async (request: MoveRequest = AUTHORIZE) => {
    const { id } = await aReturn(db, seller, { channelId, now, isInPolicyReported: true });
    await moveReturns({ db, sellerId, actor: actorOf(seller), now }, { ids: [id], request });
    return id;
  };
  const ctx = { db, sellerId, actor: actorOf(seller), now: later };
  const report = (id: string, reportedStatus: string) =>
    withSeller(db, sellerId, (tx) => tx.update(returns).set({ reportedStatus }).where(eq(returns.id, id)));
  const kindsOf = async (id: string) => {
    const rows = await withSeller(db, sellerId, (tx) =>
      tx.select().from(events).where(eq(events.returnId, id)).orderBy(asc(events.id)),
    );
    return rows.map(({ kind }) => kind);
  };
  const entriesOf = (id: string) =>
    withSeller(db, sellerId, (tx) => tx.select().from(handovers).where(eq(handovers.returnId, id)));
  return { seller, sellerId, decided, ctx, report, kindsOf, entriesOf };
}

describe("tickHandovers", () => {
  it("P-19 two ticks at once make one event, and the slower is told who was faster", async () => {
    const { decided, ctx, kindsOf, seller } = await shop();
    const id = await decided();
    const answers = await Promise.all([
      tickHandovers(ctx, { returnIds: [id] }),
      tickHandovers(ctx, { returnIds: [id] }),
    ]);
    expect(answers.map(({ ticked }) => ticked.length).sort()).toEqual([0, 1]);
    const slower = answers.find(({ ticked }) => ticked.length === 0);
    expect(slower?.before).toEqual([{ returnId: id, by: "person", name: seller.owner.name, at: later }]);
    expect(await kindsOf(id)).toEqual(["requested", "authorize", "handed_over"]);
  });

  it("P-19 ticks many at once, and leaves alone what is another seller's", async () => {
    const mine = await shop();
    const theirs = await shop();
    const ids = [await mine.decided(), await mine.decided(CLOSE)];
    const foreign = await theirs.decided();
    expect(await tickHandovers(mine.ctx, { returnIds: [...ids, foreign] })).toEqual({
      ticked: expect.arrayContaining(ids),
      before: [],
    });
    expect(await theirs.entriesOf(foreign)).toMatchObject([{ doneAt: null }]);
  });
});

describe("reopenHandovers", () => {
  it("P-19 two people taking a slip back at once make one event, and the entry is open again", async () => {
    const { decided, ctx, kindsOf, entriesOf } = await shop();
    const id = await decided();
    await tickHandovers(ctx, { returnIds: [id] });
    const answers = await Promise.all([
      reopenHandovers(ctx, { returnIds: [id] }),
      reopenHandovers(ctx, { returnIds: [id] }),
    ]);
    expect(answers.map(({ reopened }) => reopened.length).sort()).toEqual([0, 1]);
    expect(await kindsOf(id)).toEqual(["requested", "authorize", "handed_over", "handover_reopened"]);
    expect(await entriesOf(id)).toMatchObject([{ doneAt: null, doneBy: null }]);
    expect((await tickHandovers(ctx, { returnIds: [id] })).ticked).toEqual([id]);
  });

  it("P-24 does not take back what a report bears out, nor what was decided anew", async () => {
    const { decided, ctx, report, sellerId, seller, entriesOf } = await shop();
    const [seen, withdrawn] = [await decided(), await decided()];
    await tickHandovers(ctx, { returnIds: [seen, withdrawn] });
    await report(seen, "Approved");
    await moveReturns(
      { db, sellerId, actor: actorOf(seller), now: later },
      { ids: [withdrawn], request: { move: "withdraw", isOnBuyersWord: true } },
    );
    expect(await reopenHandovers(ctx, { returnIds: [seen, withdrawn] })).toEqual({ reopened: [] });
    expect((await entriesOf(withdrawn)).filter(({ doneAt }) => doneAt === null)).toMatchObject([{ move: "withdraw" }]);
  });

  it("P-19 another seller's ticks stay", async () => {
    const { decided, ctx, entriesOf } = await shop();
    const stranger = await shop();
    const id = await decided();
    await tickHandovers(ctx, { returnIds: [id] });
    expect(await reopenHandovers(stranger.ctx, { returnIds: [id] })).toEqual({ reopened: [] });
    expect(await entriesOf(id)).toMatchObject([{ doneBy: "person" }]);
  });
});

describe("keepOurs", () => {
  it("P-24 two people keeping ours at once make one event, and the entry stays open", async () => {
    const { decided, report, kindsOf, ctx, entriesOf } = await shop();
    const id = await decided();
    await report(id, "Closed");
    const keep = { returnId: id };
    const answers = await Promise.all([keepOurs(ctx, keep), keepOurs(ctx, keep)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await kindsOf(id)).toEqual(["requested", "authorize", "kept_ours"]);
    expect(await entriesOf(id)).toMatchObject([{ move: "authorize", doneAt: null }]);
  });

  it("P-24 what was ticked and is contradicted opens again", async () => {
    const { decided, report, ctx, entriesOf } = await shop();
    const id = await decided(CLOSE);
    await tickHandovers(ctx, { returnIds: [id] });
    await report(id, "Approved");
    expect((await keepOurs(ctx, { returnId: id })).ok).toBe(true);
    expect((await entriesOf(id)).map(({ doneBy }) => doneBy).sort()).toEqual([null, "person"].sort());
  });
});
