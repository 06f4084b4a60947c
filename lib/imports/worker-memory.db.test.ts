import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, appUrlOf, aSeller, testDb } from "@/db/testing";
import { importInWorker } from "./testdata/import-in-worker";

const ROWS = 10_000;
const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "worker-memory-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test("a worker imports 10,000 rows below 300 MB", { timeout: 240_000 }, async ({ skip }) => {
  skip(process.platform !== "linux", "only the kernel of Linux tells the most that a process has held");
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const where = { appUrl: await appUrlOf(db), dataDir, sellerId, channelId };
  const actor = { kind: "person" as const, ...owner };
  const { row, peakMb } = await importInWorker(db, { ...where, actor, rows: ROWS });
  expect(row).toMatchObject({ state: "done", newCount: ROWS, changedCount: 0, unchangedCount: 0 });
  expect(await withSeller(db, sellerId, (tx) => tx.$count(returns))).toBe(ROWS);
  expect(peakMb).toBeLessThan(300);
});
