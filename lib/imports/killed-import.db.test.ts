import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { open, readdir, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, appUrlOf, aSeller, inShop, testDb } from "@/db/testing";
import { endWorker, startWorker } from "@/db/testing-worker";
import { findImport } from "./imports";
import { requestCheck, startImport } from "./start-import";
import { storeImportFile } from "./stored-files";
import { NOW as now } from "./testdata/made-up-file";
import { inPieces, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "killed-import-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const patiently = { timeout: 60_000, interval: 100 };

test("a file that a worker was killed over is refused by the next one, which checks the others", {
  timeout: 180_000,
}, async () => {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const started = await startImport({ db, sellerId, actor: { kind: "person", ...owner }, now }, { channelId });
  if (!started.ok) throw new Error(started.refusal.code);
  const one = { sellerId, importId: started.value.importId };
  const upload = (name: string, order: string) =>
    storeImportFile(inShop(db, { ...one, dataDir, name, modifiedAt: now }.sellerId), {
      ...{ ...one, dataDir, name, modifiedAt: now },
      body: inPieces(madeUpReport([{ "Order ID": order }])),
    });
  await upload("killer.txt", "111-0000001-0000001");
  const folder = join(dataDir, "imports", sellerId, one.importId);
  const [killer = ""] = await readdir(folder);
  await upload("good.txt", "111-0000002-0000002");
  await requestCheck(inShop(db, one.sellerId), one);
  const row = () => withSeller(db, sellerId, (tx) => findImport(tx, sellerId, one.importId));

  // A pipe that says the first words of a report and then nothing: the worker stays in the middle of the file.
  const path = join(folder, killer);
  await rename(path, `${path}.whole`);
  await promisify(execFile)("mkfifo", [path]);
  const pipe = await open(path, "r+");
  await pipe.write(madeUpReport([{}]).slice(0, 100));
  const killed = startWorker(await appUrlOf(db), { DATA_DIR: dataDir });
  await vi.waitFor(async () => expect((await row())?.opened).toMatchObject({ fileId: killer }), patiently);
  await endWorker(killed, "SIGKILL");
  await pipe.close();
  await rename(`${path}.whole`, path);

  // Its lease ends within half a minute by itself; that time is made to pass here.
  await db
    .update(workItems)
    .set({ leaseUntil: sql`/* of the test */ now() - interval '1 s'` })
    .where(eq(workItems.id, one.importId));
  const successor = startWorker(await appUrlOf(db), { DATA_DIR: dataDir });
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: "checked" }), patiently);
  await endWorker(successor, "SIGTERM");
  expect(await row()).toMatchObject({ newCount: 1, opened: null });
  const files = (await row())?.files.map(({ name, rows, refusal }) => ({ name, rows, code: refusal?.code ?? null }));
  expect(files).toHaveLength(2);
  expect(files).toContainEqual({ name: "killer.txt", rows: 0, code: "ended_worker" });
  expect(files).toContainEqual({ name: "good.txt", rows: 1, code: null });
});
