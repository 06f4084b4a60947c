import { mkdtempSync } from "node:fs";
import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { files, passwordResets, returns, signInAttempts } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, inShop, testDb } from "@/db/testing";
import { startImport } from "@/lib/imports/start-import";
import { storeImportFile } from "@/lib/imports/stored-files";
import { newId } from "@/lib/kernel/ids";
import { SWEEPS } from "@/lib/sweeps";
import { filesFolder } from "../files/store-file";
import { sweep } from "./sweep";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "sweep-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

async function aLabel(sellerId: string, hoursOld: number): Promise<string> {
  const id = newId();
  const folder = filesFolder(dataDir, sellerId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, id), "label");
  await utimes(join(folder, id), ago(hoursOld), ago(hoursOld));
  const row = { id, name: "label.pdf", mime: "application/pdf", size: 5, sha256: "", createdAt: ago(hoursOld) };
  await withSeller(db, sellerId, (tx) => tx.insert(files).values({ sellerId, ...row }));
  return id;
}

test("workers side by side sweep what nobody needs any longer, and nothing else", async () => {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const { id: returnId } = await aReturn(db, seller, { channelId });
  const [unused, fresh, used] = [await aLabel(sellerId, 30), await aLabel(sellerId, 2), await aLabel(sellerId, 30)];
  await withSeller(db, sellerId, (tx) => tx.update(returns).set({ labelFileId: used }).where(sql`id = ${returnId}`));
  const other = await aSeller(db);
  const theirs = await aLabel(other.sellerId, 2);
  await db
    .insert(signInAttempts)
    .values([25, 23].map((hours) => ({ id: newId(), key: `ip:${hours}`, at: ago(hours) })));
  await db.insert(passwordResets).values(
    [25, 23].map((hours) => ({
      id: newId(),
      userId: seller.owner.id,
      isMailed: true,
      createdAt: ago(26),
      expiresAt: ago(hours),
    })),
  );

  await Promise.all([1, 2, 3].map(() => sweep(db, SWEEPS, { dataDir, now: new Date() })));

  expect((await readdir(filesFolder(dataDir, sellerId))).sort()).toEqual([fresh, used].sort());
  const rows = await withSeller(db, sellerId, (tx) => tx.select({ id: files.id }).from(files));
  expect(rows.map(({ id }) => id)).not.toContain(unused);
  expect(await readdir(filesFolder(dataDir, other.sellerId))).toEqual([theirs]);
  expect(await db.select({ key: signInAttempts.key }).from(signInAttempts)).toEqual([{ key: "ip:23" }]);
  expect(await db.$count(passwordResets)).toBe(1);
});

test("an import nobody went on with is discarded after a week, with its files", async () => {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const start = async (hoursOld: number) => {
    const actor = { kind: "person" as const, ...seller.owner };
    const started = await startImport({ db, sellerId, actor, now: ago(hoursOld) }, { channelId });
    if (!started.ok) throw new Error(started.refusal.code);
    const { importId } = started.value;
    const body = (async function* () {
      yield Buffer.from("report");
    })();
    await storeImportFile(inShop(db, sellerId), { dataDir, importId, name: "a.txt", modifiedAt: new Date(), body });
    return importId;
  };
  const [, young] = [await start(24 * 8), await start(24 * 6)];
  await mkdir(join(dataDir, "imports", sellerId, newId()));
  await sweep(db, SWEEPS, { dataDir, now: new Date() });
  expect(await readdir(join(dataDir, "imports", sellerId))).toEqual([young]);
});
