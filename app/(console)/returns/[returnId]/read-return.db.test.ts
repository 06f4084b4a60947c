import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
import { aChannel, aReturn, aSeller, type TestSeller, testDb } from "@/db/testing";
import { tickHandovers } from "@/lib/handovers/tick-handovers";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import { todoOf } from "@/lib/policy/machines/return/todo";
import { moveReturns } from "@/lib/returns/move-returns";
import { noteReturns } from "@/lib/returns/note-returns";
import { peekOf } from "../_peek/peek-of";
import { readPeek } from "../_peek/read-peek";
import { EVENTS_SHOWN, readReturn } from "./read-return";

let db: Db;
const sent: string[] = [];
let counted: Db;
beforeAll(async () => {
  db = await testDb();
  const { host, port, user, pass, database } = db.$client.options;
  const client = postgres(`postgres://${host[0]}:${port[0]}/${database}`, {
    username: user,
    password: pass ?? "",
    max: 1,
    debug: (_connection, query) => void sent.push(query),
  });
  counted = Object.assign(drizzle(client, { schema, casing: "snake_case" }), { end: () => client.end() });
  afterAll(() => client.end());
});

const now = new Date("2026-11-20T10:00:00Z");
const actorOf = ({ owner }: TestSeller): Actor => ({ kind: "person", id: owner.id, name: owner.name });

async function shop(options: Parameters<typeof aChannel>[2] = {}) {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, options);
  const newReturn = (rest: Partial<Parameters<typeof aReturn>[2]> = {}) =>
    aReturn(db, seller, { channelId, now, ...rest });
  const read = (returnId: string, hasAllEvents = false, at = now) =>
    readReturn(db, { sellerId: seller.sellerId, returnId, hasAllEvents, now: at });
  const act = { sellerId: seller.sellerId, actor: actorOf(seller), now };
  return { seller, newReturn, read, act };
}

const AUTHORIZE = { move: "authorize", address: null, label: { kind: "policy" } } as const;

describe("readReturn", () => {
  it("sends three statements beside the transaction's own", async () => {
    const { seller, newReturn } = await shop();
    const { id } = await newReturn();
    await counted.execute("select 1");
    sent.length = 0;
    await readReturn(counted, { sellerId: seller.sellerId, returnId: id, hasAllEvents: false, now });
    expect(sent.filter((query) => !/^\s*(begin|commit|set local)/i.test(query))).toHaveLength(3);
  });

  it("answers another seller's return, and what is no id at all, as not found", async () => {
    const { newReturn } = await shop();
    const { id } = await newReturn();
    const stranger = await shop();
    expect(await stranger.read(id)).toBeNull();
    expect(await stranger.read(newId())).toBeNull();
    expect(await stranger.read("../../etc")).toBeNull();
  });

  it("P-08, P-11 shows the reason as it came, and the quantities of each line together", async () => {
    const { newReturn, read } = await shop();
    const { id } = await newReturn({ reason: "CR-SOMETHING_NEW", quantity: 2, amountMinor: null });
    const found = await read(id);
    expect(found?.item.lines).toMatchObject([
      { reason: "CR-SOMETHING_NEW", ordered: 2, requested: 2, received: 0, refunded: 0, amountMinor: null },
    ]);
    expect(found?.item.evaluation.lines.map(({ lineId }) => lineId)).toEqual(
      found?.item.lines.map(({ orderLineId }) => orderLineId),
    );
  });

  it("P-18 lists the deadlines that were missed before import, behind the open ones", async () => {
    const { newReturn, read } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ requestedAt: new Date("2026-11-10T10:00:00Z") });
    const found = await read(id);
    expect(found?.item.deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ["expire", "open"],
      ["answer", "missed_before_import"],
    ]);
    expect(found?.item.deadlines[0]?.dueAt).toBeInstanceOf(Date);
  });

  it("P-19 shows what was decided here and not yet done there, until it is ticked", async () => {
    const { newReturn, read, act } = await shop({ mode: "mirrored" });
    const { id } = await newReturn();
    await moveReturns({ db, ...act }, { ids: [id], request: AUTHORIZE });
    const decided = await read(id);
    expect(decided?.openHandover).toBe("authorize");
    expect(decided?.item.handovers).toMatchObject([{ move: "authorize", doneAt: null }]);
    await tickHandovers({ db, ...act }, { returnIds: [id] });
    const ticked = await read(id);
    expect(ticked?.openHandover).toBeNull();
    expect(ticked?.item.handovers).toMatchObject([{ doneBy: "person" }]);
    expect(ticked?.events.map(({ kind }) => kind)).toEqual(["handed_over", "authorize", "requested"]);
  });

  it("P-03 offers undo within its window, and says that it is over afterwards", async () => {
    const { newReturn, read, act } = await shop();
    const { id } = await newReturn();
    await moveReturns({ db, ...act }, { ids: [id], request: AUTHORIZE });
    const undoOf = async (at: Date) => (await read(id, false, at))?.moves.find(({ move }) => move === "undo");
    expect(await undoOf(new Date(now.getTime() + 5_000))).toEqual({ move: "undo", refusal: null });
    expect((await undoOf(new Date(now.getTime() + 60_000)))?.refusal?.code).toBe("undo_over");
  });

  it("P-32 tells a late answer beside the list as on its page: as instants, and nothing that has no words", async () => {
    const { newReturn, read, act } = await shop();
    const { id } = await newReturn({ requestedAt: new Date("2026-11-19T08:00:00Z") });
    await moveReturns({ db, ...act }, { ids: [id], request: AUTHORIZE });
    const found = await read(id);
    const lateSince = new Date("2026-11-20T08:00:00Z");
    expect(found?.events[0]).toMatchObject({ kind: "authorize", data: { lateSince, comment: null } });
    const peek = found && peekOf(found, ["returns:read", "returns:decide"]);
    expect(peek?.events[0]?.data.lateSince).toEqual(lateSince);
    expect(peek && readPeek(JSON.parse(JSON.stringify(peek)))).toEqual(peek);
  });

  it("P-24 names the conflict of a decision with a later report", async () => {
    const { newReturn, read, act } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ reportedStatus: "Closed" });
    await moveReturns({ db, ...act }, { ids: [id], request: AUTHORIZE });
    const found = await read(id);
    expect(found?.isInConflict).toBe(true);
    expect(found?.reportedStatus).toBe("closed");
  });

  it("finds the buyer's other returns by their whole name, beside those of the order, and no namesake's", async () => {
    const { newReturn, read } = await shop();
    const ada = { buyerName: "Ada Marsh", buyerEmail: "ada@buyer.example" };
    const { id } = await newReturn({ ...ada, orderNumber: "O-1" });
    const { id: elsewhere } = await newReturn({ ...ada, orderNumber: "O-2" });
    await newReturn({ buyerName: "Ada Marsh", buyerEmail: "other@buyer.example", orderNumber: "O-3" });
    await newReturn({ buyerName: "Bea Marsh", buyerEmail: "bea@buyer.example", orderNumber: "O-4" });
    const stranger = await shop();
    await stranger.newReturn({ ...ada, orderNumber: "O-5" });
    const found = await read(id);
    expect(found?.item.related.map(({ id: other, isSameOrder }) => [other, isSameOrder])).toEqual([[elsewhere, false]]);
  });

  it("names first what is settled first, and calls nothing clear that a rule leaves to a person", async () => {
    const { newReturn, read, act } = await shop({ mode: "mirrored" });
    const { id } = await newReturn({ reportedStatus: "Closed" });
    const before = await read(id);
    expect(before && todoOf({ ...before.item, ...before }).todo).toBe("follow_policy");
    expect(before?.isClear).toBe(true);
    await moveReturns({ db, ...act }, { ids: [id], request: AUTHORIZE });
    const after = await read(id);
    expect(after && todoOf({ ...after.item, ...after }).todo).toBe("settle");
    const { id: late } = await newReturn({ orderedOn: "2026-01-02", deliveredOn: "2026-01-05" });
    const found = await read(late);
    expect(found?.isClear).toBe(false);
    expect(found && todoOf({ ...found.item, ...found })).toMatchObject({ todo: "decide", due: { kind: "answer" } });
  });

  it("tells that older events were left out, and shows them when asked", async () => {
    const { seller, newReturn, read } = await shop();
    const { id } = await newReturn();
    for (let index = 0; index <= EVENTS_SHOWN; index++) {
      await noteReturns(
        { db, sellerId: seller.sellerId, actor: actorOf(seller), now },
        { selection: { mode: "ids", ids: [id] }, text: `Note ${index}` },
      );
    }
    const page = await read(id);
    expect(page?.events).toHaveLength(EVENTS_SHOWN);
    expect(page?.hasMoreEvents).toBe(true);
    const all = await read(id, true);
    expect(all?.events).toHaveLength(EVENTS_SHOWN + 2);
    expect(all?.events.at(-1)?.kind).toBe("requested");
  });
});
