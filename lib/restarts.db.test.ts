import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { prepareDatabase } from "@/db/prepare";
import { events, messages, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, copiesOfReturn } from "@/db/testing";
import { aMailSink } from "@/db/testing-mail";
import { startWorker } from "@/db/testing-worker";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { newId } from "@/lib/kernel/ids";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import { moveReturns } from "@/lib/returns/move-returns";

const RESTARTS = 10;
const LETTERS = 120;
const BULK = 3000;

/** A server of this test's own, because it is to be ended; nothing that was committed may be lost. */
const BUYER = "mei@mail.net";

async function aServer() {
  const dataDir = mkdtempSync(join(tmpdir(), "homeward-restarts-"));
  chmodSync(dataDir, 0o755);
  let server = await startEmbedded({ dataDir });
  onTestFinished(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const sql = postgres(server.url("postgres"), { max: 1 });
  await sql`create database restarts`;
  await sql.end();
  const appUrl = await prepareDatabase(server.url("restarts"), { password: "of-this-test", mayChangePassword: true });
  const pid = () => Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  const restart = async (how: "fast" | "immediate") => {
    process.kill(pid(), how === "fast" ? "SIGINT" : "SIGQUIT");
    await expect.poll(server.isRunning, { timeout: 20_000 }).toBe(false);
    server = await startEmbedded({ dataDir, isMissed: true });
  };
  return { appUrl, restart };
}

test("a worker outlives ten restarts of the database with mail and a bulk under way: each letter and each move once", {
  timeout: 300_000,
}, async () => {
  const { appUrl, restart } = await aServer();
  const db = connect(appUrl);
  onTestFinished(() => db.end());
  const sink = await aMailSink();
  onTestFinished(() => sink.leave());
  const now = new Date();
  const comments = { en: "We closed it.", "zh-CN": "已关闭。" };
  /** A shop with so many requests of one buyer's. */
  const aShop = async (mode: "managed" | "mirrored", size: number) => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const channelId = await aChannel(db, seller, { mode, undoSeconds: 0 });
    await aReturn(db, seller, { channelId, buyerName: "Mei", buyerEmail: BUYER });
    await copiesOfReturn(db, seller, size - 1);
    const within = <T>(read: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, read);
    const ids = (await within((tx) => tx.select({ id: returns.id }).from(returns))).map(({ id }) => id);
    const closings = () =>
      within((tx) => tx.select({ id: events.returnId }).from(events).where(eq(events.kind, "close")));
    return { sellerId, ids, within, closings, actor: { kind: "person" as const, id: owner.id, name: owner.name } };
  };
  const writes = await aShop("managed", LETTERS);
  const request = { move: "close", reason: "other", comment: comments.en } as const;
  await moveReturns({ db, sellerId: writes.sellerId, actor: writes.actor, now }, { ids: writes.ids, request });
  const many = await aShop("mirrored", BULK);
  const closing = { move: "close" as const, reason: "other", comments };
  const started = await runBulk(
    { db, sellerId: many.sellerId, actor: many.actor, now },
    { key: newId(), selection: { mode: "ids", ids: many.ids }, request: closing },
  );
  if (!started.ok) throw new Error(started.refusal.code);
  const bulkAct = () => many.within((tx) => findBulkAct(tx, many.sellerId, started.value.bulkActId));
  const sent = () => writes.within((tx) => tx.$count(messages, eq(messages.state, "sent")));

  const worker = startWorker(appUrl, { SMTP_URL: sink.url, MAIL_FROM: "returns@pine.net", LOG_LEVEL: "fatal" });
  worker.stdout?.resume();
  const patiently = { timeout: 60_000, interval: 20 };
  for (let round = 0; round < RESTARTS; round++) {
    const before = sink.taken.length;
    await vi.waitFor(() => expect(sink.taken.length).toBeGreaterThan(before), patiently);
    expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
    expect(sink.copies(BUYER).size).toBeLessThan(LETTERS);
    await restart(round % 2 ? "immediate" : "fast");
  }
  await vi.waitFor(async () => expect(await sent()).toBe(LETTERS), patiently);
  await vi.waitFor(async () => expect(await bulkAct()).toMatchObject({ state: "done" }), patiently);

  expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
  expect([...sink.copies(BUYER).values()]).toEqual(Array.from({ length: LETTERS }, () => 1));
  // The team's letter about the ended bulk act may have come by now, or not; once in any case.
  expect(new Set(sink.copies().values())).toEqual(new Set([1]));
  expect(await bulkAct()).toMatchObject({ total: BULK, moved: BULK, refused: 0 });
  for (const { closings, ids } of [writes, many]) {
    const closed = await closings();
    expect([closed.length, new Set(closed.map(({ id }) => id)).size]).toEqual([ids.length, ids.length]);
  }
});
