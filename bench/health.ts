import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Db } from "../db/client";
import { freePort } from "../db/embedded/postmaster";
import { imports, returns } from "../db/schema";
import { withSeller } from "../db/tenant";
import { aChannel, aReturn, aSeller, asOwner } from "../db/testing-data";
import { copiesOfReturn } from "../db/testing-held";
import { givePassword, runningDb } from "../db/testing-shop";
import { requestCheck, startImport } from "../lib/imports/start-import";
import { storeImportFile } from "../lib/imports/stored-files";
import { rowsOfCells } from "../lib/imports/testdata/attack-files";
import { newId } from "../lib/kernel/ids";
import { product as theProduct } from "../lib/policy/actor";
import { findPrint } from "../lib/printing/label-prints";
import { printMany, printManySchema } from "../lib/printing/print-many";
import { moveReturns } from "../lib/returns/move-returns";
import { emptyFilter } from "../lib/returns/shared/filter";

/**
 * `npm run bench:health`: how long /api/health takes while the product does nothing, and while it opens a sheet of three
 * million cells, sends four exports and draws 200 labels, all at once. Nobody may wait for another's work.
 */
const RETURNS = 20_000;
const LABELS = 200;
const EXPORTS = 4;
const PASSWORD = "green-parcel-returns-7";

const port = await freePort();
const base = `http://localhost:${port}`;
const dataDir = mkdtempSync(join(tmpdir(), "homeward-health-"));
const health = async () => {
  const start = performance.now();
  const answer = await fetch(`${base}/api/health`);
  await answer.arrayBuffer();
  return { ms: performance.now() - start, isUp: answer.ok };
};

async function startProduct(): Promise<ChildProcess> {
  const said = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: "1",
    DEMO_PASSWORD: PASSWORD,
    DATABASE_URL: "",
    APP_URL: "",
  };
  const env = { ...process.env, AUTH_SECRET: "", ...said };
  const product = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (
    !(await health().then(
      ({ isUp }) => isUp,
      () => false,
    ))
  ) {
    if (product.exitCode !== null) throw new Error("the product did not start");
    await pause(500);
  }
  return product;
}

/** A shop whose first returns have labels to draw, and its owner's cookies. */
async function aBusyShop(db: Db) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  await aReturn(db, seller, { channelId });
  await copiesOfReturn(db, seller, RETURNS - 1);
  const found = await withSeller(db, sellerId, (tx) =>
    tx.select({ id: returns.id }).from(returns).where(eq(returns.sellerId, sellerId)).limit(LABELS),
  );
  const ids = found.map(({ id }) => id);
  // Only a return that was authorized has a number, and a label.
  const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
  await moveReturns({ db, sellerId, actor: theProduct("rules"), now: new Date() }, { ids, request });
  await givePassword(db, seller, "owner@demo.test");
  return { seller, sellerId, channelId, ids, cookie: await signIn(seller.owner.email) };
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function signIn(email: string): Promise<string> {
  const asked = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookie = cookiesOf(asked);
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: base },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" }),
  });
  await answer.arrayBuffer();
  return `${cookie}; ${cookiesOf(answer)}`;
}

type Shop = Awaited<ReturnType<typeof aBusyShop>>;

/** Three million cells, told to be a list of orders, so that the worker reads every one of them. */
async function openSheet(db: Db, { seller, sellerId, channelId }: Shop): Promise<void> {
  const ctx = asOwner(db, seller);
  const started = await startImport(ctx, { channelId });
  if (!started.ok) throw new Error(started.refusal.code);
  const one = { sellerId, importId: started.value.importId };
  const body = (async function* () {
    yield rowsOfCells(300_000, 10);
  })();
  await storeImportFile(ctx, { ...one, dataDir, name: "cells.xlsx", modifiedAt: new Date(), body });
  const mapping = { columns: { orderNumber: "1" }, dateOrder: "ymd", decimal: ".", statuses: {} } as const;
  await withSeller(db, sellerId, (tx) =>
    tx.update(imports).set({ kind: "orders", mapping }).where(eq(imports.id, one.importId)),
  );
  await requestCheck(ctx, one);
}

async function takeExport({ cookie }: Shop): Promise<string> {
  const snapshotAt = new Date(Date.now() + 60_000).toISOString();
  const selection = { mode: "query", filter: emptyFilter("all"), snapshotAt, excludedIds: [] };
  const wanted = { selection, isOldestFirst: false };
  const body = new URLSearchParams({ export: JSON.stringify(wanted) });
  const answer = await fetch(`${base}/api/returns/csv`, { method: "POST", headers: { cookie, origin: base }, body });
  return `export ${answer.status} ${Math.round((await answer.arrayBuffer()).byteLength / 1024)} kB`;
}

/** As many as nobody waits for: the worker draws them. */
async function drawLabels(db: Db, { seller, sellerId, ids, cookie }: Shop): Promise<string> {
  const printId = newId();
  const ask = { printId, selection: { mode: "ids", ids }, sort: "due", parts: ["label", "slip"] } as const;
  const asked = await printMany(asOwner(db, seller), printManySchema.parse(ask));
  if (!asked.ok) throw new Error(asked.refusal.code);
  for (;;) {
    const print = await withSeller(db, sellerId, (tx) => findPrint(tx, sellerId, printId));
    if (!print || print.state === "failed") throw new Error("the labels were not drawn");
    if (print.state === "done") break;
    await pause(500);
  }
  const answer = await fetch(`${base}/api/files/${printId}`, { headers: { cookie } });
  return `labels ${answer.status} ${Math.round((await answer.arrayBuffer()).byteLength / 1024)} kB`;
}

/** Asks one after the other until `end`; the median, the slowest of a hundred and the slowest. */
async function measure(what: string, end: Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let isOver = false;
  void end.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    times.push((await health()).ms);
    await pause(20);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)} ms`;
  console.log(`${what.padEnd(8)} ${times.length} times  median ${at(0.5)}  99 % ${at(0.99)}  slowest ${at(1)}`);
}

const product = await startProduct();
try {
  const db = await runningDb(dataDir);
  const shop = await aBusyShop(db);
  await measure("idle", pause(10_000));
  await openSheet(db, shop);
  const work = [...Array.from({ length: EXPORTS }, () => takeExport(shop)), drawLabels(db, shop), pause(20_000)];
  const said = Promise.all(work);
  await measure("busy", said);
  console.log((await said).filter((line) => typeof line === "string").join(", "));
  await db.end();
} finally {
  product.kill("SIGTERM");
  await once(product, "exit");
  rmSync(dataDir, { recursive: true, force: true });
}
