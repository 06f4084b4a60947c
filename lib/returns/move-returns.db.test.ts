import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { deadlines, events, handovers, outbox, refunds, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aReturn, aSeller, ownerOf, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { type Actor, product } from "@/lib/policy/actor";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import type { MoveRequest } from "./move-request";
import { moveReturns, previewMoves } from "./move-returns";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date("2026-11-20T10:00:00Z");
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };
const CLOSE: MoveRequest = { move: "close", reason: "window_expired", comment: "The window closed." };
const ownerActor = (seller: TestSeller): Actor => ({ kind: "person", id: seller.owner.id, name: seller.owner.name });

async function shop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const act = (ids: string[], request: MoveRequest, at = now) =>
    moveReturns({ db, sellerId: seller.sellerId, actor: ownerActor(seller), now: at }, { ids, request });
  const newReturn = (rest: Partial<Parameters<typeof aReturn>[2]> = {}) =>
    aReturn(db, seller, { channelId, now, ...rest });
  const find = (id: string) =>
    withSeller(db, seller.sellerId, async (tx) => {
      const own = <T extends { sellerId: unknown; returnId: unknown }>(table: T) => table;
      const [row] = await tx.select().from(returns).where(eq(returns.id, id));
      const history = await tx
        .select()
        .from(events)
        .where(eq(own(events).returnId, id))
        .orderBy(asc(events.id));
      const clocks = await tx.select().from(deadlines).where(eq(deadlines.returnId, id));
      const messages = await tx.select().from(outbox).where(eq(outbox.returnId, id));
      const tasks = await tx.select().from(handovers).where(eq(handovers.returnId, id));
      const money = await tx.select().from(refunds).where(eq(refunds.returnId, id));
      return { row, events: history, clocks, messages, tasks, money };
    });
  return { seller, act, newReturn, find };
}

describe("moveReturns", () => {
  it("S1-07 authorizing generates an RMA of the return's number and moves no money", async () => {
    const { act, newReturn, find } = await shop();
    const { id, number, requestedOn } = await newReturn();
    expect(await act([id], AUTHORIZE)).toMatchObject({ moved: [id], refused: [] });
    const { row, events, clocks, messages, money } = await find(id);
    expect(row).toMatchObject({
      status: "awaiting_return",
      rma: rmaFor({ number, requestedOn }),
      address: anAddress,
      labelKind: "unpaid",
    });
    expect(events.map(({ kind, fromStatus, toStatus }) => [kind, fromStatus, toStatus])).toEqual([
      ["requested", null, null],
      ["authorize", "authorization_required", "awaiting_return"],
    ]);
    expect(clocks.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ["answer", "met"],
      ["expire", "cancelled"],
      ["send_back", "open"],
    ]);
    expect(row?.nextDueAt).toEqual(clocks.find(({ kind }) => kind === "send_back")?.dueAt);
    expect(messages.map(({ kind, state }) => [kind, state])).toEqual([["buyer.authorized", "waiting"]]);
    expect(money).toEqual([]);
  });

  it("S1-07 an own RMA is unique per seller and other sellers may use the same", async () => {
    const { act, newReturn } = await shop();
    const [one, two] = [await newReturn(), await newReturn()];
    const own: MoveRequest = { ...AUTHORIZE, rma: "MY-1" };
    expect((await act([one.id], own)).moved).toEqual([one.id]);
    expect((await act([two.id], own)).refused).toEqual([{ id: two.id, refusal: { code: "rma_taken", rma: "MY-1" } }]);
    expect((await act([two.id], { ...own, rma: rmaFor(one) })).refused[0]?.refusal.code).toBe("rma_reserved");
    const other = await shop();
    const theirs = await other.newReturn();
    expect((await other.act([theirs.id], own)).moved).toEqual([theirs.id]);
  });

  it("S1-16 two people authorizing the same returns at once make one event each", async () => {
    const { act, newReturn, find } = await shop();
    const found = await Promise.all(Array.from({ length: 20 }, () => newReturn()));
    const ids = found.map(({ id }) => id);
    const [first, second] = await Promise.all([act(ids, AUTHORIZE), act([...ids].reverse(), AUTHORIZE)]);
    expect(first.moved.length + second.moved.length).toBe(20);
    expect([...first.refused, ...second.refused].map(({ refusal }) => refusal.code)).toEqual(
      Array(20).fill("wrong_status"),
    );
    for (const id of ids) {
      const { events, messages } = await find(id);
      expect(events.filter(({ kind }) => kind === "authorize")).toHaveLength(1);
      expect(messages).toHaveLength(1);
    }
  });

  it("P-03 two undos at once take the decision back once", async () => {
    const { act, newReturn, find } = await shop();
    const { id } = await newReturn();
    await act([id], AUTHORIZE);
    const answers = await Promise.all([act([id], { move: "undo" }), act([id], { move: "undo" })]);
    expect(answers.map(({ moved }) => moved.length).sort()).toEqual([0, 1]);
    const { row, clocks, messages } = await find(id);
    expect(row).toMatchObject({ status: "authorization_required", rma: null, address: null });
    expect(clocks.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ["answer", "open"],
      ["expire", "open"],
      ["send_back", "cancelled"],
    ]);
    expect(messages.map(({ state }) => state)).toEqual(["cancelled"]);
    expect(await act([id], AUTHORIZE)).toMatchObject({ moved: [id], refused: [] });
  });

  it("P-03 after the undo window a closed request is final", async () => {
    const { act, newReturn } = await shop();
    const { id } = await newReturn();
    await act([id], CLOSE);
    const late = new Date(now.getTime() + 16_000);
    expect((await act([id], { move: "undo" }, late)).refused[0]?.refusal.code).toBe("undo_over");
    expect((await act([id], AUTHORIZE, late)).refused[0]?.refusal).toMatchObject({
      code: "wrong_status",
      status: "closed",
    });
  });

  it("S2-02 a prepaid-eligible request cannot be closed", async () => {
    const { act, newReturn } = await shop({ hasPrepaid: true });
    const { id } = await newReturn();
    expect((await act([id], CLOSE)).refused[0]?.refusal).toEqual({ code: "prepaid_eligible" });
  });

  it("S2-03 refund without return is recorded as an intent and undo withdraws it", async () => {
    const { act, newReturn, find } = await shop();
    const { id } = await newReturn();
    await act([id], { move: "close", reason: "refund_without_return", comment: "Keep it." });
    expect((await find(id)).money).toMatchObject([{ state: "intended", amountMinor: null, currency: "USD" }]);
    await act([id], { move: "undo" });
    expect((await find(id)).money).toMatchObject([{ state: "cancelled" }]);
  });

  it("S1-05 an out-of-policy request is authorized only by somebody who says so", async () => {
    const { act, newReturn, find } = await shop();
    const { id } = await newReturn({ orderedOn: "2026-08-01", deliveredOn: "2026-08-05" });
    expect((await act([id], AUTHORIZE)).refused[0]?.refusal).toEqual({
      code: "needs_override",
      verdict: "out_of_policy",
    });
    expect((await act([id], { ...AUTHORIZE, overrideNote: "Good customer" })).moved).toEqual([id]);
    expect((await find(id)).events.at(-1)?.data).toMatchObject({ overrode: "out_of_policy", note: "Good customer" });
  });

  it("P-19 on a mirrored channel a decision sends nothing and is handed over", async () => {
    const { act, newReturn, find } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ isInPolicyReported: true });
    await act([id], AUTHORIZE);
    const { messages, tasks } = await find(id);
    expect(messages).toEqual([]);
    expect(tasks).toMatchObject([{ move: "authorize", doneAt: null }]);
    await act([id], { move: "undo" });
    expect((await find(id)).tasks).toMatchObject([{ doneBy: "undo" }]);
  });

  it("P-19 undoing a withdrawal leaves the earlier decision on the hand-over list", async () => {
    const { act, newReturn, find } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ isInPolicyReported: true });
    await act([id], AUTHORIZE);
    const later = new Date(now.getTime() + 5000);
    await act([id], { move: "withdraw", isOnBuyersWord: true }, later);
    expect((await find(id)).tasks).toMatchObject([{ move: "withdraw", doneAt: null }]);
    await act([id], { move: "undo" }, later);
    expect((await find(id)).tasks).toMatchObject([{ move: "authorize", doneAt: null }]);
  });

  it("P-27 a withdrawal recorded here has to be done on the marketplace, and undoing it takes that back", async () => {
    const { act, newReturn, find } = await shop({ mode: "mirrored" });
    const { id } = await newReturn();
    await act([id], { move: "withdraw", isOnBuyersWord: true });
    expect((await find(id)).tasks).toMatchObject([{ move: "withdraw", doneAt: null }]);
    await act([id], { move: "undo" });
    expect((await find(id)).tasks).toMatchObject([{ move: "withdraw", doneBy: "undo" }]);
  });

  it("P-24 taking the marketplace's state gives up the refund that the overruled close announced", async () => {
    const { act, newReturn, find } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ isInPolicyReported: false, reportedStatus: "Approved" });
    await act([id], { move: "close", reason: "refund_without_return", comment: "Keep it." });
    expect((await act([id], { move: "adopt" })).moved).toEqual([id]);
    expect(await find(id)).toMatchObject({ row: { status: "awaiting_return" }, money: [{ state: "cancelled" }] });
  });

  it("P-05 and P-19 the clocks' own moves: not before their time, and never on a mirrored channel", async () => {
    const managed = await shop();
    const { id } = await managed.newReturn();
    const system = (sellerId: string, returnId: string, at: Date) =>
      moveReturns({ db, sellerId, actor: product("clock"), now: at }, { ids: [returnId], request: { move: "expire" } });
    const later = new Date(now.getTime() + 51 * 86_400_000);
    expect((await system(managed.seller.sellerId, id, now)).refused[0]?.refusal.code).toBe("not_due");
    expect((await system(managed.seller.sellerId, id, later)).moved).toEqual([id]);
    const mirrored = await shop({ mode: "mirrored" });
    const theirs = await mirrored.newReturn();
    expect((await system(mirrored.seller.sellerId, theirs.id, later)).refused[0]?.refusal.code).toBe(
      "marketplace_decides",
    );
  });

  it("other seller's ids are not found, and nothing of theirs changes", async () => {
    const mine = await shop();
    const theirs = await shop();
    const { id } = await theirs.newReturn();
    expect((await mine.act([id], AUTHORIZE)).refused).toEqual([{ id, refusal: { code: "not_found" } }]);
    expect((await theirs.find(id)).row?.status).toBe("authorization_required");
  });

  it("a preview answers what the move then does, and writes nothing", async () => {
    const { seller, act, newReturn, find } = await shop();
    const good = await newReturn();
    const bad = await newReturn({ orderedOn: "2026-08-01", deliveredOn: "2026-08-05" });
    const ids = [good.id, bad.id];
    const preview = await withSeller(db, seller.sellerId, (tx) =>
      previewMoves(tx, { sellerId: seller.sellerId, ids, request: AUTHORIZE, actor: ownerActor(seller), now }),
    );
    expect((await find(good.id)).row?.status).toBe("authorization_required");
    const done = await act(ids, AUTHORIZE);
    expect(preview.moves.map(({ subject }) => subject.id)).toEqual(done.moved);
    expect(preview.refused).toEqual(done.refused);
  });

  it("a move takes at most four statements, a chunk of five hundred at most six", async () => {
    const { act, newReturn } = await shop();
    const { id } = await newReturn();
    expect((await statementsOf(db, () => act([id], AUTHORIZE))).length).toBeLessThanOrEqual(4);
    const more = await Promise.all(Array.from({ length: 60 }, () => newReturn()));
    const ids = more.map((made) => made.id);
    expect((await statementsOf(db, () => act(ids, AUTHORIZE))).length).toBeLessThanOrEqual(6);
  });

  it("next_due_at is the earliest open deadline of every return, and what ended badly is marked", async () => {
    const owner = await ownerOf(db);
    const wrong = await owner`
      select r.id from returns r left join lateral (
        select min(due_at) filter (where d.state = 'open') as due, coalesce(bool_or(d.state = 'missed_before_import'), false) as missed,
          coalesce(bool_or(d.state = 'late'), false) as late
        from deadlines d where d.seller_id = r.seller_id and d.return_id = r.id) d on true
      where (r.next_due_at, r.is_missed, r.is_late) is distinct from (d.due, d.missed, d.late)`;
    expect(wrong).toEqual([]);
  });
});
