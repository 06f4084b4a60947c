import { and, eq, isNotNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { events, outbox, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { workOnce } from "@/lib/platform/queue/work";
import type { Actor } from "@/lib/policy/actor";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { closeReturn, moveOne } from "./decide-return";
import { fireDeadline } from "./fire-deadline";
import type { MoveRequest } from "./move-request";

const NOW = new Date("2026-11-20T12:00:00Z");
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };
const never = new AbortController().signal;

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

async function shop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const { id } = await aReturn(db, seller, { channelId, now: NOW, requestedAt: NOW });
  const actorOf = (name: string): Actor => ({ kind: "person", id: newId(), name });
  const act = (request: MoveRequest, at = NOW, by = "Ada", who: TestSeller = seller) =>
    moveOne({ db, sellerId: who.sellerId, actor: actorOf(by), now: at }, { returnId: id, ...request });
  const decide = async (request: MoveRequest, at = NOW, by = "Ada"): Promise<string> => {
    const answer = await act(request, at, by);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.eventId;
  };
  const moves = () =>
    withSeller(db, seller.sellerId, (tx) =>
      tx
        .select({ id: events.id, kind: events.kind })
        .from(events)
        .where(and(eq(events.returnId, id), isNotNull(events.fromStatus)))
        .orderBy(events.id),
    );
  const messages = () =>
    withSeller(db, seller.sellerId, (tx) =>
      tx.select({ kind: outbox.kind, state: outbox.state }).from(outbox).where(eq(outbox.returnId, id)),
    );
  return { seller, id, act, decide, moves, messages };
}

describe("undo of a decision", () => {
  test("P-03 a decision answers the event it made, and its undo takes back that very one with its message", async () => {
    const { seller, id, act, decide, moves, messages } = await shop();
    const eventId = await decide(AUTHORIZE);
    expect(await moves()).toEqual([{ id: eventId, kind: "authorize" }]);
    expect((await act({ move: "undo", eventId }, later(5000))).ok).toBe(true);
    expect(await messages()).toEqual([{ kind: "buyer.authorized", state: "cancelled" }]);
    const who = { sellerId: seller.sellerId, actor: { kind: "person", id: newId(), name: "Ada" } as const, now: NOW };
    const closed = await closeReturn({ db, ...who }, { returnId: id, reason: "other", comment: "No.", note: "" });
    expect(closed.ok && (await moves()).at(-1)).toEqual({ id: closed.ok && closed.value.eventId, kind: "close" });
  });

  test("P-03 two people undo the same decision at once: one event, and the other is told who was faster", async () => {
    const { act, decide, moves } = await shop();
    const eventId = await decide(AUTHORIZE);
    const answers = await Promise.all([
      act({ move: "undo", eventId }, later(1000), "Ada"),
      act({ move: "undo", eventId }, later(1000), "Ben"),
    ]);
    expect((await moves()).map(({ kind }) => kind)).toEqual(["authorize", "undo"]);
    const refused = answers.find((answer) => !answer.ok);
    const movedBy = answers[0]?.ok ? "Ada" : "Ben";
    expect(refused).toEqual({
      ok: false,
      refusal: { code: "moved_since", movedBy, movedAt: later(1000).toISOString() },
    });
  });

  test("P-03 whoever undoes a decision that somebody has moved on from leaves the later one alone", async () => {
    const { act, decide, moves } = await shop();
    const mine = await decide(AUTHORIZE);
    await decide({ move: "withdraw", isOnBuyersWord: true, note: "by telephone" }, later(2000), "Ben");
    expect(await act({ move: "undo", eventId: mine }, later(3000))).toEqual({
      ok: false,
      refusal: { code: "moved_since", movedBy: "Ben", movedAt: later(2000).toISOString() },
    });
    expect((await moves()).map(({ kind }) => kind)).toEqual(["authorize", "withdraw"]);
  });

  test("P-03 the window ends with its last millisecond", async () => {
    for (const [at, isOpen] of [
      [15_000, true],
      [15_001, false],
    ] as const) {
      const { act, decide } = await shop();
      const eventId = await decide(AUTHORIZE);
      const answer = await act({ move: "undo", eventId }, later(at));
      expect(answer.ok ? null : answer.refusal.code).toBe(isOpen ? null : "undo_over");
    }
  });

  test("P-03 what has left the outbox cannot be taken back, however early it is", async () => {
    const { seller, id, act, decide, moves } = await shop();
    const eventId = await decide(AUTHORIZE);
    await withSeller(db, seller.sellerId, (tx) =>
      tx.update(outbox).set({ state: "left" }).where(eq(outbox.returnId, id)),
    );
    const answer = await act({ move: "undo", eventId }, later(1));
    expect(answer).toMatchObject({ ok: false, refusal: { code: "already_sent" } });
    expect(await moves()).toHaveLength(1);
  });

  test("P-03 another seller does not find the decision", async () => {
    const { act, decide } = await shop();
    const eventId = await decide(AUTHORIZE);
    const stranger = await aSeller(db);
    const answer = await act({ move: "undo", eventId }, later(1), "Eve", stranger);
    expect(answer).toEqual({ ok: false, refusal: { code: "not_found" } });
  });

  test("P-05 a deadline that came due while the request was closed runs again after the undo", async () => {
    const { clocks } = defaultPolicy.operation;
    const operation = { ...defaultPolicy.operation, clocks: { ...clocks, answerConsequence: "authorize" as const } };
    const { seller, id, act, decide } = await shop({ operation });
    const due = { sellerId: seller.sellerId, kind: "deadline" as const };
    const closedAt = later(24 * 3_600_000 - 5000);
    const eventId = await decide({ move: "close", reason: "other", comment: "No." }, closedAt);
    const listed = () => db.$count(workItems, and(eq(workItems.sellerId, due.sellerId), eq(workItems.kind, due.kind)));
    const fire = () =>
      workOnce(
        db,
        "deadline",
        (database, { sellerId, id: deadlineId }) =>
          fireDeadline({ db: database, sellerId, now: later(25 * 3_600_000) }, { deadlineId }),
        never,
      );
    await db.execute(
      sql`/* of the test */ update work_items set due_at = now() - interval '1 s' where seller_id = ${due.sellerId}`,
    );
    while (await fire());
    expect(await listed()).toBe(0);
    expect((await act({ move: "undo", eventId }, new Date(closedAt.getTime() + 10_000))).ok).toBe(true);
    expect(await listed()).toBe(2);
    await db.execute(
      sql`/* of the test */ update work_items set due_at = now() - interval '1 s' where seller_id = ${due.sellerId}`,
    );
    while (await fire());
    const [row] = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ status: returns.status }).from(returns).where(eq(returns.id, id)),
    );
    expect(row?.status).toBe("awaiting_return");
  });
});
