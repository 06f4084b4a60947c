import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { deadlines, events, orders, outbox, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { insertOperation } from "@/lib/channels/channel-settings";
import { newId } from "@/lib/kernel/ids";
import { type Handler, work, workOnce } from "@/lib/platform/queue/work";
import type { DeadlineKind, DeadlineState } from "@/lib/policy/clocks/deadlines";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { fireDeadline } from "./fire-deadline";
import { moveReturns } from "./move-returns";

const ANSWERS = {
  ...defaultPolicy.operation,
  clocks: { ...defaultPolicy.operation.clocks, answerConsequence: "authorize" as const },
};
const never = new AbortController().signal;
const fire: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

async function shop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const newReturn = (rest: Partial<Parameters<typeof aReturn>[2]> = {}) => aReturn(db, seller, { channelId, ...rest });
  return { seller, channelId, newReturn };
}

/** As if so much of the database's time had passed for everything that is due to this seller. */
const pass = ({ sellerId }: TestSeller, interval: string) =>
  withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`update deadlines set due_at = due_at - ${interval}::interval where seller_id = ${sellerId}`);
    await tx.execute(sql`update work_items set due_at = due_at - ${interval}::interval where seller_id = ${sellerId}`);
  });

/** Does all that is due, with so many workers side by side; answers how many pieces of work there were. */
async function doAll(workers = 1): Promise<number> {
  let pieces = 0;
  const lane = async () => {
    while (await workOnce(db, "deadline", fire, never)) pieces += 1;
  };
  await Promise.all(Array.from({ length: workers }, lane));
  return pieces;
}

const find = ({ sellerId }: TestSeller, id: string) =>
  withSeller(db, sellerId, async (tx) => {
    const [row] = await tx.select({ status: returns.status }).from(returns).where(eq(returns.id, id));
    const history = await tx
      .select({ kind: events.kind, actor: events.actorKind, data: events.data })
      .from(events)
      .where(eq(events.returnId, id))
      .orderBy(events.id);
    const clocks = await tx.select().from(deadlines).where(eq(deadlines.returnId, id));
    const messages = await tx.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.returnId, id));
    const states = new Map<DeadlineKind, DeadlineState>(clocks.map(({ kind, state }) => [kind, state]));
    return { status: row?.status, events: history.slice(1), states, messages: messages.map(({ kind }) => kind) };
  });

describe("deadlines by the worker", () => {
  test("P-04 a request that nobody answered within 24 h is authorized, and says why", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS });
    const { id } = await newReturn();
    await pass(seller, "23 hours 59 minutes");
    expect(await doAll()).toBe(0);
    await pass(seller, "2 minutes");
    expect(await doAll()).toBe(1);
    const { status, events, states, messages } = await find(seller, id);
    expect(status).toBe("awaiting_return");
    expect(events).toMatchObject([{ kind: "authorize", actor: "product", data: { because: "answer_due" } }]);
    expect(states.get("answer")).toBe("fired");
    expect(messages).toEqual(["buyer.authorized"]);
  });

  test("P-04 where the consequence is nothing, an unanswered request waits on", async () => {
    const { seller, newReturn } = await shop();
    const { id } = await newReturn();
    await pass(seller, "49 days");
    expect(await doAll()).toBe(0);
    expect(await find(seller, id)).toMatchObject({ status: "authorization_required", events: [], messages: [] });
  });

  test("P-05 a request without an answer expires after 50 days", async () => {
    const { seller, newReturn } = await shop();
    const { id } = await newReturn();
    await pass(seller, "50 days 1 hour");
    expect(await doAll()).toBe(1);
    const { status, events, messages } = await find(seller, id);
    expect({ status, kinds: events.map(({ kind }) => kind), messages }).toEqual({
      status: "closed",
      kinds: ["expire"],
      messages: ["buyer.closed"],
    });
  });

  test("S1-21 an authorized return lapses when nothing came back in time", async () => {
    const { seller, newReturn } = await shop();
    const { id } = await newReturn();
    const actor = { kind: "person" as const, id: newId(), name: "Ada" };
    const authorize = { move: "authorize" as const, address: null, label: { kind: "policy" as const } };
    await moveReturns({ db, sellerId: seller.sellerId, actor, now: new Date() }, { ids: [id], request: authorize });
    await pass(seller, "44 days");
    await doAll();
    expect(await find(seller, id)).toMatchObject({ status: "awaiting_return" });
    await pass(seller, "20 days");
    await doAll();
    const { status, events, states } = await find(seller, id);
    expect({ status, kinds: events.map(({ kind }) => kind) }).toEqual({
      status: "lapsed",
      kinds: ["authorize", "lapse"],
    });
    expect(states.get("send_back")).toBe("fired");
    expect(await doAll()).toBe(0);
  });

  test("P-04 two workers side by side after a downtime do each once, and the oldest first", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS });
    const made = [];
    for (let hours = 0; hours < 12; hours += 1) {
      const requestedAt = new Date(Date.now() - hours * 3_600_000);
      made.push(await newReturn({ requestedAt, now: requestedAt }));
    }
    await pass(seller, "2 days");
    const order: string[] = [];
    const listening: Handler = async (database, piece) => {
      order.push(piece.id);
      await fire(database, piece);
    };
    const before = await db
      .select({ id: workItems.id })
      .from(workItems)
      .where(and(eq(workItems.sellerId, seller.sellerId), sql`due_at <= now()`))
      .orderBy(workItems.dueAt);
    expect(before).toHaveLength(12);
    const ending = new AbortController();
    const watched: Handler = async (database, piece) => {
      await listening(database, piece);
      if (order.length === before.length) ending.abort();
    };
    await Promise.all([1, 2].map(() => work(db, { deadline: watched }, ending.signal)));
    // Two claim side by side: neighbours may change places, nothing overtakes more than the other worker's piece.
    expect([...order].sort()).toEqual(before.map(({ id }) => id).sort());
    for (const [place, id] of order.entries())
      expect(Math.abs(place - before.findIndex((row) => row.id === id))).toBeLessThanOrEqual(1);
    for (const { id } of made) {
      const { events, messages } = await find(seller, id);
      expect(events.map(({ kind }) => kind)).toEqual(["authorize"]);
      expect(messages).toEqual(["buyer.authorized"]);
    }
    await db.delete(workItems).where(eq(workItems.sellerId, seller.sellerId));
  });

  test("P-19 on a mirrored channel nothing fires, whatever is due", async () => {
    const { seller, newReturn } = await shop({ mode: "mirrored", operation: ANSWERS });
    const { id } = await newReturn();
    await pass(seller, "60 days");
    const due = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ id: deadlines.id }).from(deadlines).where(eq(deadlines.returnId, id)),
    );
    expect(due).toHaveLength(2);
    expect(await doAll()).toBe(0);
    for (const deadline of due)
      await fireDeadline({ db, sellerId: seller.sellerId, now: new Date() }, { deadlineId: deadline.id });
    expect(await find(seller, id)).toMatchObject({ status: "authorization_required", events: [], messages: [] });
  });

  test("P-18 what was missed before its import executes nothing and mails nobody", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS });
    const { id } = await newReturn();
    const missed = await withSeller(db, seller.sellerId, (tx) =>
      tx
        .update(deadlines)
        .set({ state: "missed_before_import" })
        .where(eq(deadlines.returnId, id))
        .returning({ id: deadlines.id }),
    );
    await pass(seller, "60 days");
    await doAll();
    for (const deadline of missed)
      await fireDeadline({ db, sellerId: seller.sellerId, now: new Date() }, { deadlineId: deadline.id });
    expect(await find(seller, id)).toMatchObject({ status: "authorization_required", events: [], messages: [] });
  });

  test("P-04 a consequence that cannot be carried out is told once in the timeline", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS, hasAddress: false });
    const { id } = await newReturn();
    await pass(seller, "25 hours");
    await doAll();
    await doAll();
    const { status, events, messages } = await find(seller, id);
    expect(status).toBe("authorization_required");
    expect(events).toEqual([
      {
        kind: "consequence_refused",
        actor: "product",
        data: { consequence: "authorize", refusal: { code: "no_return_address" } },
      },
    ]);
    expect(messages).toEqual([]);
  });

  test("P-10 an answer clock authorizes nothing once the settings say otherwise, in whichever order the two came", async () => {
    const { seller, channelId, newReturn } = await shop({ operation: ANSWERS });
    const { id } = await newReturn();
    const { sellerId } = seller;
    // Written past the verb: as if the request had come in by settings that were saved over at that moment.
    await withSeller(db, sellerId, (tx) =>
      insertOperation(tx, sellerId, {
        id: newId(),
        channelId,
        version: 2,
        operation: defaultPolicy.operation,
        note: "",
      }),
    );
    await pass(seller, "25 hours");
    expect(await doAll()).toBe(1);
    const { status, events } = await find(seller, id);
    expect(status).toBe("authorization_required");
    expect(events).toMatchObject([
      { kind: "consequence_refused", data: { refusal: { code: "no_longer_authorized" } } },
    ]);
  });

  test("P-04 silence authorizes nothing of an order that was cancelled meanwhile", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS });
    const { id } = await newReturn();
    await withSeller(db, seller.sellerId, (tx) => tx.update(orders).set({ isCancelled: true }));
    await pass(seller, "25 hours");
    expect(await doAll()).toBe(1);
    const { status, events } = await find(seller, id);
    expect(status).toBe("authorization_required");
    expect(events).toMatchObject([{ kind: "consequence_refused", data: { refusal: { code: "order_cancelled" } } }]);
  });

  test("P-04 the deadline of another seller is nobody's here", async () => {
    const { seller, newReturn } = await shop({ operation: ANSWERS });
    const { id } = await newReturn();
    await pass(seller, "25 hours");
    const [piece] = await db
      .select({ id: workItems.id })
      .from(workItems)
      .where(and(eq(workItems.sellerId, seller.sellerId), sql`due_at <= now()`));
    const stranger = await aSeller(db);
    await fireDeadline({ db, sellerId: stranger.sellerId, now: new Date() }, { deadlineId: piece?.id ?? "" });
    expect((await find(seller, id)).status).toBe("authorization_required");
    await doAll();
  });
});
