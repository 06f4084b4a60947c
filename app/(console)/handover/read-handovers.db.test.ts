import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { tickHandovers } from "@/lib/handovers/tick-handovers";
import { aShop } from "@/lib/imports/testdata/a-shop";
import { type Actor, product } from "@/lib/policy/actor";
import { keepOurs } from "@/lib/returns/keep-ours";
import type { MoveRequest } from "@/lib/returns/move-request";
import { moveReturns } from "@/lib/returns/move-returns";
import { readHandovers } from "./read-handovers";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T10:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };
const CLOSE: MoveRequest = { move: "close", reason: "window_expired", comment: "The window closed." };
const WITHDRAW: MoveRequest = { move: "withdraw", isOnBuyersWord: true };
const actorOf = ({ owner }: TestSeller): Actor => ({ kind: "person", id: owner.id, name: owner.name });

type Decided = { request?: MoveRequest; day?: string; decidedAt?: Date; actor?: Actor };

async function shop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", code: "amazon-us" });
  const request = async ({ day = "2026-11-10" }: Pick<Decided, "day"> = {}) => {
    const { id } = await aReturn(db, seller, {
      channelId,
      now,
      requestedAt: new Date(`${day}T12:00:00Z`),
      isInPolicyReported: true,
    });
    return id;
  };
  const decided = async ({ request: move = AUTHORIZE, decidedAt = now, actor, ...asked }: Decided = {}) => {
    const id = await request(asked);
    await moveReturns({ db, sellerId, actor: actor ?? actorOf(seller), now: decidedAt }, { ids: [id], request: move });
    return id;
  };
  const report = (id: string, reportedStatus: string) =>
    withSeller(db, sellerId, (tx) => tx.update(returns).set({ reportedStatus }).where(eq(returns.id, id)));
  const read = async (asked: Partial<Parameters<typeof readHandovers>[1]> = {}) => {
    const found = await readHandovers(db, {
      ...{ sellerId, code: "amazon-us", sort: "newest", after: null, before: null, now },
      ...asked,
    });
    if (!found?.channel) throw new Error("no list");
    return found;
  };
  const ctx = { db, sellerId, actor: actorOf(seller), now };
  return { seller, sellerId, channelId, request, decided, report, read, ctx };
}

describe("readHandovers", () => {
  it("P-19 lists what is to be done there: authorize, close, withdrawn, each in the marketplace's order", async () => {
    const { decided, read } = await shop();
    const closed = await decided({ request: CLOSE, day: "2026-11-12" });
    const early = await decided({ day: "2026-11-01" });
    const late = await decided({ day: "2026-11-09" });
    const withdrawn = await decided({ request: WITHDRAW, day: "2026-11-15" });
    const order = async (sort: "newest" | "oldest") => (await read({ sort })).entries.map(({ returnId }) => returnId);
    expect(await order("newest")).toEqual([late, early, closed, withdrawn]);
    expect(await order("oldest")).toEqual([early, late, closed, withdrawn]);
    const { entries } = await read();
    expect(entries.map(({ move }) => move)).toEqual(["authorize", "authorize", "close", "withdraw"]);
    expect(entries[2]).toMatchObject({ closeReason: "window_expired", closeComment: "The window closed." });
  });

  it("pages by key in both directions and loses nobody", async () => {
    const { request, read, ctx } = await shop();
    const ids = await Promise.all(
      Array.from({ length: 103 }, (_, index) =>
        request({ day: `2026-11-${String((index % 9) + 1).padStart(2, "0")}` }),
      ),
    );
    await moveReturns(ctx, { ids: ids, request: AUTHORIZE });
    for (const sort of ["newest", "oldest"] as const) {
      const first = await read({ sort });
      const second = await read({ sort, after: first.next });
      expect([first.entries.length, second.entries.length]).toEqual([100, 3]);
      expect(new Set([...first.entries, ...second.entries].map(({ returnId }) => returnId))).toEqual(new Set(ids));
      expect(second.next).toBeNull();
      const back = await read({ sort, before: second.previous });
      expect(back.entries).toEqual(first.entries);
      expect(back.previous).toBeNull();
    }
  });

  it("P-19 says who decided and since when it is open, and marks what is older than a day", async () => {
    const { decided, read, seller } = await shop();
    await decided({ decidedAt: hoursAgo(25), day: "2026-11-02" });
    await decided({ request: { ...AUTHORIZE, because: "choice_policy" }, actor: product("rules"), day: "2026-11-01" });
    const { entries, channel, channels } = await read();
    expect(entries).toMatchObject([
      { isOld: true, openedAt: hoursAgo(25), decider: { actorName: seller.owner.name, because: null } },
      { isOld: false, decider: { actorKind: "product", because: "choice_policy" } },
    ]);
    expect(channel).toMatchObject({ open: 2, old: 1 });
    expect(channels).toHaveLength(1);
  });

  it("P-24 shows a conflict apart with both sides, until somebody settles it", async () => {
    const { decided, report, read, seller, ctx } = await shop();
    const contradicted = await decided();
    await report(contradicted, "Closed");
    const ticked = await decided({ request: CLOSE });
    await tickHandovers(ctx, { returnIds: [ticked] });
    await report(ticked, "Approved");
    const lag = await decided();
    const before = await read();
    expect(new Set(before.conflicts.map(({ returnId }) => returnId))).toEqual(new Set([contradicted, ticked]));
    expect(before.conflicts.find(({ returnId }) => returnId === contradicted)).toMatchObject({
      status: "awaiting_return",
      theirs: "closed",
      decider: { actorName: seller.owner.name },
    });
    expect(before.entries.map(({ returnId }) => returnId)).toEqual([lag]);
    await keepOurs(ctx, { returnId: contradicted });
    await moveReturns(ctx, { ids: [ticked], request: { move: "adopt" } });
    const after = await read();
    expect(after.conflicts).toEqual([]);
    expect(new Set(after.entries.map(({ returnId }) => returnId))).toEqual(new Set([contradicted, lag]));
    await report(contradicted, "Completed");
    expect((await read()).entries).toHaveLength(2);
  });

  it("P-19 keeps what was done last, by whom, and what of it can be taken back", async () => {
    const { decided, report, read, ctx, seller } = await shop();
    const [mine, seen] = [await decided(), await decided()];
    await tickHandovers(ctx, { returnIds: [mine, seen] });
    await report(seen, "Approved");
    const { done, entries } = await read();
    expect(entries).toEqual([]);
    expect(done.find(({ returnId }) => returnId === mine)).toMatchObject({
      doneBy: "person",
      actorName: seller.owner.name,
      canReopen: true,
      isAdopted: false,
    });
    expect(done.find(({ returnId }) => returnId === seen)).toMatchObject({ canReopen: false });
  });

  it("P-19 a report that shows the authorization ticks the hand-over entry", async () => {
    const { seller, channelId, read } = await shop();
    const imported = aShop(db, seller, channelId);
    await imported.runRows({ "Return request status": "Pending Authorization" });
    const { id } = await imported.onlyReturn();
    await imported.decide(id, "authorize");
    expect((await read()).entries.map(({ returnId }) => returnId)).toEqual([id]);
    await imported.runRows({ "Return request status": "Approved" });
    const { entries, done } = await read();
    expect(entries).toEqual([]);
    expect(done).toMatchObject([{ returnId: id, doneBy: "report", actorName: null, canReopen: false }]);
  });

  it("another seller's channel is not found, and a seller without one has an empty list", async () => {
    await shop();
    const stranger = await aSeller(db);
    const asked = { sellerId: stranger.sellerId, sort: "newest", after: null, before: null, now } as const;
    expect(await readHandovers(db, { ...asked, code: "amazon-us" })).toBeNull();
    expect(await readHandovers(db, { ...asked, code: null })).toEqual({ channels: [], channel: null });
  });

  it("sends three statements, whatever is open", async () => {
    const { decided, report, read, ctx } = await shop();
    for (let index = 0; index < 5; index++) await decided();
    await report(await decided(), "Closed");
    await tickHandovers(ctx, { returnIds: [await decided()] });
    expect(await statementsOf(db, () => read())).toHaveLength(3);
  });
});
