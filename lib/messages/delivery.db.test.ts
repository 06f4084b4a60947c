import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { events, messages, outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn, testDb } from "@/db/testing";
import { aMailSink, drain } from "@/db/testing-mail";
import { claimWork } from "@/lib/platform/queue/lease";
import { work } from "@/lib/platform/queue/work";
import type { Actor } from "@/lib/policy/actor";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import type { MoveRequest } from "@/lib/returns/move-request";
import { moveReturns } from "@/lib/returns/move-returns";
import { outboxWork } from "./leave-outbox";
import { mailServer } from "./mail-server";
import { mailWork } from "./send-message";

const db = await testDb();
const sink = await aMailSink();
const dataDir = await mkdtemp(join(tmpdir(), "homeward-labels-"));
const server = mailServer(sink.url, "returns@pine.net");
afterAll(async () => {
  server.close();
  await sink.leave();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  sink.taken.length = 0;
  sink.answer("ok");
  await db.execute(sql`delete from work_items`);
});

const outboxHandler = outboxWork({ appUrl: "https://returns.pine.net", hasServer: true });
const mailHandler = mailWork({ server, dataDir, linkSecret: "a key for links in tests" });
const leave = () => drain(db, "outbox", outboxHandler);
const send = () => drain(db, "mail", mailHandler);
/** The database's clock as the worker sees it, so much later. */
const later = (seconds: number) =>
  db.execute(sql`update work_items set due_at = due_at - make_interval(secs => ${seconds})`);

/** More than two workers have under way at once, so that they meet over and over. */
const MANY = 200;
/** Of those, how many take a label along. */
const LABELLED = 3;
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };
const CLOSE: MoveRequest = { move: "close", reason: "other", comment: "We closed it." };

async function aShop(undoSeconds = 0) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { undoSeconds });
  const actor: Actor = { kind: "person", id: owner.id, name: owner.name };
  const inside = <T>(run: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, run);
  const act = (ids: string[], request: MoveRequest, now = new Date()) =>
    moveReturns({ db, sellerId, actor, now }, { ids, request });
  const aRequest = () => aReturn(db, seller, { channelId, buyerName: "Mei", buyerEmail: "mei@mail.net" });
  return {
    sellerId,
    act,
    aRequest,
    closed: async () => {
      const { id } = await aRequest();
      await act([id], CLOSE);
      await leave();
      return id;
    },
    /** Many requests at once, for what is only decided and written about. */
    requests: async (size: number) => {
      const { id } = await aRequest();
      await copiesOfReturn(db, seller, size - 1);
      const rows = await inside((tx) => tx.select({ id: returns.id }).from(returns));
      return [id, ...rows.map((row) => row.id).filter((other) => other !== id)];
    },
    count: (condition: SQL) => inside((tx) => tx.$count(messages, condition)),
    messages: () => inside((tx) => tx.select().from(messages)),
    outbox: () => inside((tx) => tx.select().from(outbox)),
    events: (id: string) => inside((tx) => tx.select().from(events).where(eq(events.returnId, id))),
  };
}

const only = <T>(list: readonly T[]): T => {
  const [first, ...more] = list;
  if (!first || more.length > 0) throw new Error(`${list.length} instead of one`);
  return first;
};

describe("a mail server that answers", () => {
  it("S1-08 gets each message once, to one recipient, in two parts, with label and slip", async () => {
    const shop = await aShop();
    const { id, number, requestedOn } = await shop.aRequest();
    await shop.act([id], AUTHORIZE);
    expect([await leave(), await send(), await send()]).toEqual([1, 1, 0]);
    const { to, mail } = only(sink.taken);
    const message = only(await shop.messages());
    expect(message).toMatchObject({ state: "sent", attempts: 1, lostAnswers: 0, lastError: null });
    expect(to).toEqual(["mei@mail.net"]);
    expect(mail).toMatchObject({
      from: { address: "returns@pine.net" },
      to: [{ name: "Mei", address: "mei@mail.net" }],
      messageId: `<${message.messageId}>`,
      subject: message.subject,
      attachments: [{ filename: `${rmaFor({ number, requestedOn })}.pdf`, mimeType: "application/pdf" }],
    });
    // The link lets its reader in: the mailbox keeps the message without it.
    expect(mail.text).not.toContain("only-in-the-mail");
    expect(mail.text?.trim().replace(/\/t\/[\w-]+/, "/t/only-in-the-mail")).toBe(message.text.trim());
    expect(mail.html).toContain("Mei");
  });

  it("I13 finds no way out of a name: one recipient, the headers whole", async () => {
    const shop = await aShop();
    await shop.closed();
    const toName = 'Ann\r\nBcc: victim@x.net, "b" <c@d.net>';
    await withSeller(db, shop.sellerId, (tx) => tx.update(messages).set({ toName, subject: "S\r\nBcc: victim@x.net" }));
    await send();
    const { to, mail } = only(sink.taken);
    expect(to).toEqual(["mei@mail.net"]);
    expect(mail.to).toMatchObject([{ address: "mei@mail.net" }]);
    expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
  });

  it("is asked again later where it is busy, and what it refuses for good shows on the return", async () => {
    const shop = await aShop();
    const id = await shop.closed();
    sink.answer("busy");
    await send();
    expect(only(await shop.messages())).toMatchObject({
      state: "queued",
      attempts: 1,
      lastError: "450 4.2.0 try later",
    });
    expect(await send()).toBe(0);
    await later(400);
    sink.answer("no_such_user");
    await send();
    expect(only(await shop.messages())).toMatchObject({
      state: "refused",
      attempts: 2,
      lastError: "550 5.1.1 no such user",
    });
    const told = (await shop.events(id)).filter(({ kind }) => kind === "not_delivered");
    expect(told.map(({ data }) => data)).toMatchObject([{ to: "mei@mail.net", error: "550 5.1.1 no such user" }]);
    await later(400);
    expect(await send()).toBe(0);
  });

  it("D02 loses its answer after the whole message: one copy more at most, under the same Message-ID", async () => {
    const shop = await aShop();
    const id = await shop.closed();
    sink.answer("drop_after_data");
    for (let tries = 0; tries < 4; tries++) {
      await send();
      await later(400);
    }
    expect([...sink.copies().values()]).toEqual([2]);
    expect(only(await shop.messages())).toMatchObject({ state: "unknown", lostAnswers: 2 });
    expect((await shop.events(id)).filter(({ kind }) => kind === "not_delivered")).toHaveLength(1);
    const second = await aShop();
    await second.closed();
    await send();
    sink.answer("ok");
    await later(400);
    await send();
    expect(only(await second.messages())).toMatchObject({ state: "sent", lostAnswers: 1 });
  });

  it("counts what was on its way when a worker died as taken without an answer", async () => {
    const shop = await aShop();
    await shop.closed();
    await withSeller(db, shop.sellerId, (tx) => tx.update(messages).set({ state: "sending" }));
    await send();
    expect(only(await shop.messages())).toMatchObject({ state: "sent", lostAnswers: 1 });
    const again = await aShop();
    await again.closed();
    await withSeller(db, again.sellerId, (tx) => tx.update(messages).set({ state: "sending", lostAnswers: 1 }));
    await send();
    expect(only(await again.messages())).toMatchObject({ state: "unknown", lostAnswers: 2 });
    expect(sink.taken).toHaveLength(1);
  });
});

describe("what can be undone", () => {
  it("P-03 waits in the outbox; taken back, nothing is sent", async () => {
    const shop = await aShop(15);
    const { id } = await shop.aRequest();
    await shop.act([id], AUTHORIZE);
    expect(await leave()).toBe(0);
    expect((await shop.act([id], { move: "undo" })).moved).toEqual([id]);
    await later(3600);
    expect([await leave(), await send()]).toEqual([1, 0]);
    expect(only(await shop.outbox()).state).toBe("cancelled");
    expect([await shop.messages(), sink.taken]).toEqual([[], []]);
  });

  it("is undone or leaves, never both, when both come at the same moment", async () => {
    const shop = await aShop(60);
    const states = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const { id } = await shop.aRequest();
      await shop.act([id], CLOSE);
      await later(3600);
      const [undone] = await Promise.all([shop.act([id], { move: "undo" }), leave()]);
      const row = (await shop.outbox()).find(({ returnId }) => returnId === id);
      const written = (await shop.messages()).filter(({ returnId }) => returnId === id).length;
      states.add(`${undone.moved.length} undone, ${row?.state}, ${written} written`);
    }
    const possible = ["1 undone, cancelled, 0 written", "0 undone, left, 1 written"];
    expect([...states].filter((state) => !possible.includes(state))).toEqual([]);
  });
});

describe("a mail server that is away", () => {
  it("D01 delays and never loses: 200 decisions, an hour later each message once, by two workers", {
    timeout: 240_000,
  }, async () => {
    const shop = await aShop();
    const ids = await shop.requests(MANY);
    await sink.leave();
    const authorized = await shop.act(ids.slice(0, LABELLED), AUTHORIZE);
    const closed = await shop.act(ids.slice(LABELLED), CLOSE);
    expect([authorized.moved.length, closed.moved.length]).toEqual([LABELLED, MANY - LABELLED]);
    const { count } = shop;
    await Promise.all([leave(), leave()]);
    await runWorkers(() => count(isNotNull(messages.lastError)), 50);
    expect(await count(eq(messages.state, "queued"))).toBe(MANY);
    await sink.comeBack();
    await later(3600);
    await runWorkers(() => count(eq(messages.state, "sent")), MANY);
    expect(sink.taken).toHaveLength(MANY);
    const ledger = sink.copies();
    expect([...ledger.keys()].sort()).toEqual((await shop.messages()).map(({ messageId }) => `<${messageId}>`).sort());
    expect(new Set(ledger.values())).toEqual(new Set([1]));
    expect(await claimWork(db, "mail")).toBeNull();
  });

  it("is given up after five days, and that is told", async () => {
    const shop = await aShop();
    const id = await shop.closed();
    await sink.leave();
    await withSeller(db, shop.sellerId, (tx) =>
      tx.update(messages).set({ createdAt: new Date(Date.now() - 6 * 86_400_000) }),
    );
    await send();
    await sink.comeBack();
    expect(only(await shop.messages()).state).toBe("failed");
    expect((await shop.events(id)).map(({ kind }) => kind)).toContain("not_delivered");
  });
});

/** Two workers side by side, until what they work towards is reached. */
async function runWorkers(reached: () => Promise<number>, wanted: number): Promise<void> {
  const ending = new AbortController();
  const handlers = { outbox: outboxHandler, mail: mailHandler };
  const both = [work(db, handlers, ending.signal), work(db, handlers, ending.signal)];
  await expect.poll(reached, { timeout: 150_000, interval: 500 }).toBeGreaterThanOrEqual(wanted);
  ending.abort();
  await Promise.all(both);
}
