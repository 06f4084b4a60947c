import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect, type Db } from "../db/client";
import { startEmbedded } from "../db/embedded";
import { prepareDatabase } from "../db/prepare";
import { channels, operations, policies, sellers } from "../db/schema";
import { withSeller } from "../db/tenant";
import { checkFiles, importFiles } from "../lib/imports/testdata/import-files";
import { importInWorker, madeUpFile } from "../lib/imports/testdata/import-in-worker";
import { newId } from "../lib/kernel/ids";
import { product } from "../lib/policy/actor";
import { defaultPolicy } from "../lib/policy/judging/programmes/seller-fulfilled";

/**
 * `node scripts/run.mjs bench/import.ts [rows]`: a made-up report checked, imported and imported again, with the peak
 * memory of each. Memory is to stay flat: a file ten times as long may not need ten times as much. At the end 10,000 rows
 * by a worker of its own, which is to stay below 300 MB.
 */
const rows = Number(process.argv[2] ?? 100_000);
const IN_WORKER = 10_000;
async function aChannel(db: Db): Promise<{ sellerId: string; channelId: string }> {
  const [sellerId, channelId] = [newId(), newId()];
  await withSeller(db, sellerId, async (tx) => {
    await tx.insert(sellers).values({ id: sellerId, name: `Bench ${sellerId}` });
    await tx.insert(channels).values({
      ...{ sellerId, id: channelId, code: "amazon-us", name: "Amazon US", marketplace: "amazon", mode: "mirrored" },
      ...{ programme: "seller_fulfilled", plan: "professional", hasPrepaid: true },
      ...{ country: "US", currency: "USD", timeZone: "America/Los_Angeles" },
    });
    const { terms, operation } = defaultPolicy;
    const version = { sellerId, channelId, version: 1 };
    await tx.insert(policies).values({ ...version, id: newId(), effectiveFrom: "2020-01-01", terms });
    await tx.insert(operations).values({ ...version, id: newId(), operation });
  });
  return { sellerId, channelId };
}

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  global.gc?.();
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const start = performance.now();
  const said = await work();
  clearInterval(look);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${what.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s  peak ${Math.round(peak / 1e6)} MB  ${JSON.stringify(said)}`,
  );
}

const dataDir = mkdtempSync(join(tmpdir(), "homeward-bench-"));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, isDurable: false });
try {
  const owner = postgres(server.url("postgres"), { max: 1 });
  await owner`create database bench`;
  await owner.end();
  const appUrl = await prepareDatabase(server.url("bench"), { password: "bench", mayChangePassword: true });
  const db = connect(appUrl);
  for (const count of [Math.round(rows / 10), rows]) {
    const target = await aChannel(db);
    const say = async (work: typeof importFiles | typeof checkFiles, status: string) => {
      const files = [madeUpFile(count, status)];
      const done = await work(db, { ...target, files, actor: product("rules"), now: new Date() });
      if (!done.ok) throw new Error(done.refusal.code);
      const { newCount, changedCount, unchangedCount } = done.value;
      return { newCount, changedCount, unchangedCount };
    };
    await measure(`${count}: check`, () => say(checkFiles, "Approved"));
    await measure(`${count}: import`, () => say(importFiles, "Approved"));
    await measure(`${count}: again`, () => say(importFiles, "Approved"));
    await measure(`${count}: a third changed`, () => say(importFiles, "Completed"));
  }
  await measure(`${IN_WORKER}: in a worker`, async () => {
    const where = { ...(await aChannel(db)), appUrl, dataDir, actor: product("rules") };
    const { peakMb } = await importInWorker(db, { ...where, rows: IN_WORKER });
    return { workerPeakMb: Math.round(peakMb) };
  });
  await db.end();
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
