import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, inShop, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { PDF } from "@/lib/platform/files/example-files";
import { storeFile } from "@/lib/platform/files/store-file";
import { assertHeld, claimWork, returnWork } from "@/lib/platform/queue/lease";
import { workOnce } from "@/lib/platform/queue/work";
import { tellProgress } from "./import-rows";
import { importWork } from "./import-work";
import { findImport, IMPORT_LIST, IMPORTS, listImportChannels, listImportRefusals } from "./imports";
import { confirmImport, discardImport, requestCheck, startImport } from "./start-import";
import { MAX_IMPORT_BYTES, storeImportFile } from "./stored-files";
import { NOW as now } from "./testdata/made-up-file";
import { inPieces, type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "imports-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(async () => void (await db.execute(sql`delete from work_items`)));
const never = new AbortController().signal;

async function aShop() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const { sellerId } = seller;
  const actor = { kind: "person" as const, ...seller.owner };
  const started = await startImport({ db, sellerId, actor, now }, { channelId });
  if (!started.ok) throw new Error(started.refusal.code);
  const { importId } = started.value;
  const upload = (body: AsyncIterable<Uint8Array>, name = "report.txt") =>
    storeImportFile(inShop(db, sellerId), { dataDir, importId, name, modifiedAt: now, body });
  return {
    sellerId,
    importId,
    channelId,
    actor,
    upload,
    one: { sellerId, importId },
    work: () => workOnce(db, "import", importWork(dataDir), never),
    row: () => withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId)),
    stored: () => readdir(join(dataDir, "imports", sellerId, importId)).catch(() => []),
    countReturns: async () =>
      (await withSeller(db, sellerId, (tx) => tx.select({ id: returns.id }).from(returns))).length,
  };
}

async function* zeros(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(64 * 1024);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
}

describe("an uploaded import", () => {
  it("is checked without effect, then run once somebody confirms", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}, { "Order date": "45123" }])), "C:\\Users\\me\\re\u202eport.txt");
    expect(await requestCheck(inShop(db, shop.one.sellerId), shop.one)).toMatchObject({ ok: true });
    expect(await shop.work()).toBe(true);
    expect(await shop.row()).toMatchObject({
      state: "checked",
      newCount: 1,
      refusedCount: 1,
      files: [{ name: "report.txt", format: "amazon_flat", encoding: "utf-8", rows: 2, refusal: null }],
    });
    expect(await shop.countReturns()).toBe(0);
    expect(await confirmImport(inShop(db, shop.one.sellerId), { ...shop.one, acceptsWarnings: false })).toMatchObject({
      ok: true,
    });
    expect(await confirmImport(inShop(db, shop.one.sellerId), { ...shop.one, acceptsWarnings: false })).toMatchObject({
      refusal: { code: "wrong_state" },
    });
    expect(await shop.work()).toBe(true);
    expect(await shop.row()).toMatchObject({ state: "done", newCount: 1, changedCount: 0, refusedCount: 1 });
    expect(await shop.countReturns()).toBe(1);
    expect(await shop.stored()).toEqual([]);
    expect(await shop.work()).toBe(false);
  });

  it("refuses the rows with a NUL or half a character, and names them, whatever else stands in the file", async () => {
    const shop = await aShop();
    const rows: MadeUpCells[] = [
      {},
      { "Merchant SKU": "A\0B" },
      { "Order ID": "1\0" },
      { "Item Name": "\ud800x", "Order ID": "\0" },
    ];
    await shop.upload(inPieces(madeUpReport(rows)), "re\0port.txt");
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    await shop.work();
    expect(await shop.row()).toMatchObject({ state: "checked", newCount: 1, refusedCount: 3 });
    const refused = await withSeller(db, shop.sellerId, (tx) =>
      listImportRefusals(tx, shop.sellerId, shop.importId, { after: null, limit: 10 }),
    );
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [3, "control_character"],
      [4, "control_character"],
      [5, "control_character"],
    ]);
  });

  it("is not run with doubts that nobody answered", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{ "Currency code": "GBP" }])));
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    await shop.work();
    expect(await shop.row()).toMatchObject({ warnings: [{ code: "other_currency", found: "GBP" }] });
    expect(await confirmImport(inShop(db, shop.one.sellerId), { ...shop.one, acceptsWarnings: false })).toMatchObject({
      refusal: { code: "warnings_not_accepted" },
    });
    expect(await confirmImport(inShop(db, shop.one.sellerId), { ...shop.one, acceptsWarnings: true })).toMatchObject({
      ok: true,
    });
  });

  it("K02 is finished by another worker when one died in the middle, with the same counts", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}])));
    await shop.upload(inPieces(madeUpReport([{ "Order ID": "111-0000002-0000002", "Amazon RMA ID": "Dtest2RRMA" }])));
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    await shop.work();
    await confirmImport(inShop(db, shop.one.sellerId), { ...shop.one, acceptsWarnings: false });
    const zombie = await claimWork(db, "import");
    if (!zombie) throw new Error("nothing to claim");
    let batches = 0;
    const fence = async () => {
      batches++;
      if (batches > 1) throw new Error("killed");
    };
    const work = { sellerId: shop.sellerId, id: shop.importId, attempt: 1, now: new Date(), signal: never };
    await expect(importWork(dataDir)(db, { ...work, fence })).rejects.toThrow("killed");
    expect(await shop.row()).toMatchObject({ state: "running", newCount: 1 });
    expect(await shop.work()).toBe(false);
    await db.execute(sql`/* of the test */ update work_items set lease_until = now() - interval '1 s'`);
    const heir = await claimWork(db, "import");
    // The zombie wakes up while its heir is at work, and writes nothing more.
    const woken = { ...work, fence: (tx: Tx) => assertHeld(tx, zombie) };
    await expect(importWork(dataDir)(db, woken)).rejects.toThrow("another worker");
    expect(await shop.row()).toMatchObject({ state: "running", newCount: 1 });
    if (heir) await returnWork(db, heir, null);
    expect(await shop.work()).toBe(true);
    expect(await shop.row()).toMatchObject({ state: "done", newCount: 2, changedCount: 0, unchangedCount: 0 });
    expect(await shop.countReturns()).toBe(2);
  });

  it("fails after five attempts, says so, and can be checked again", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}])));
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    await rm(join(dataDir, "imports", shop.sellerId, shop.importId), { recursive: true });
    for (let attempt = 1; attempt <= 5; attempt++) {
      await db.execute(sql`/* of the test */ update work_items set due_at = now() - interval '1 s'`);
      expect(await shop.work()).toBe(true);
    }
    expect(await shop.row()).toMatchObject({
      state: "failed",
      failure: expect.stringMatching(/^unexpected [0-9a-f]{8}$/),
    });
    expect(await shop.work()).toBe(false);
    expect(await requestCheck(inShop(db, shop.one.sellerId), shop.one)).toMatchObject({ ok: true });
  });

  it("refuses a file that another worker had open when it ended, and imports the others", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}])), "ended.txt");
    await shop.upload(inPieces(madeUpReport([{ "Order ID": "111-0000002-0000002" }])), "good.txt");
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    const [ended] = (await shop.row())?.files ?? [];
    const opened = { fileId: ended?.id ?? "", worker: newId() };
    await withSeller(db, shop.sellerId, (tx) => tellProgress(tx, shop.one, "checking", { opened }));
    expect(await shop.work()).toBe(true);
    const refused = { name: "ended.txt", rows: 0, refusal: { code: "ended_worker" } };
    const good = { name: "good.txt", rows: 1, refusal: null };
    expect(await shop.row()).toMatchObject({ state: "checked", newCount: 1, opened: null });
    expect((await shop.row())?.files).toEqual(
      expect.arrayContaining([expect.objectContaining(refused), expect.objectContaining(good)]),
    );
  });

  it("refuses a file by name that takes longer to read than it may, and can be told of it", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}])), "slow.txt");
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    expect(await workOnce(db, "import", importWork(dataDir, 0), never)).toBe(true);
    const refused = { name: "slow.txt", rows: 0, refusal: { code: "takes_too_long" } };
    expect(await shop.row()).toMatchObject({ state: "checked", newCount: 0, files: [refused], opened: null });
  });

  it("opens a file again that failed in the same worker", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}])));
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    const work = { sellerId: shop.sellerId, id: shop.importId, attempt: 1, now: new Date(), signal: never };
    let writes = 0;
    const fence = async () => {
      if (++writes > 1) throw new Error("the database is away");
    };
    await expect(importWork(dataDir)(db, { ...work, fence })).rejects.toThrow("away");
    expect((await shop.row())?.opened).toMatchObject({ fileId: expect.any(String) });
    expect(await shop.work()).toBe(true);
    expect(await shop.row()).toMatchObject({ state: "checked", newCount: 1, opened: null });
  });

  it("is discarded with its files while it has not run", async () => {
    const shop = await aShop();
    await shop.upload(inPieces(madeUpReport([{}, { "Order date": "45123" }])));
    await requestCheck(inShop(db, shop.one.sellerId), shop.one);
    await shop.work();
    expect(await discardImport(inShop(db, shop.one.sellerId), { ...shop.one, dataDir })).toMatchObject({ ok: true });
    expect([await shop.row(), await shop.stored()]).toEqual([null, []]);
  });

  it("does not know another seller's import", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    await other.upload(inPieces(madeUpReport([{}])));
    const foreign = { sellerId: shop.sellerId, importId: other.importId };
    const notFound = { ok: false, refusal: { code: "not_found" } };
    expect(await requestCheck(inShop(db, foreign.sellerId), foreign)).toEqual(notFound);
    expect(await confirmImport(inShop(db, foreign.sellerId), { ...foreign, acceptsWarnings: true })).toEqual(notFound);
    expect(await discardImport(inShop(db, foreign.sellerId), { ...foreign, dataDir })).toEqual(notFound);
    const body = inPieces("x");
    expect(
      await storeImportFile(inShop(db, foreign.sellerId), { ...foreign, dataDir, name: "a", modifiedAt: now, body }),
    ).toEqual(notFound);
    const { sellerId, actor } = shop;
    expect(await startImport({ db, sellerId, actor, now }, { channelId: other.channelId })).toMatchObject({
      refusal: { code: "unknown_channel" },
    });
    await withSeller(db, sellerId, async (tx) => {
      expect(await findImport(tx, sellerId, other.importId)).toBeNull();
      const { rows } = await IMPORT_LIST.page(tx, { sellerId }, IMPORTS.usual());
      expect(rows.map(({ id }) => id)).toEqual([shop.importId]);
      expect((await listImportChannels(tx, sellerId)).map(({ id }) => id)).toEqual([shop.channelId]);
      expect(await listImportRefusals(tx, sellerId, other.importId, { after: null, limit: 10 })).toEqual([]);
    });
    expect(await other.row()).toMatchObject({ state: "uploading" });
  });
});

describe("an upload", () => {
  it("is refused by both numbers where the shop's files fill what it may keep, with labels and imports counted", async () => {
    const shop = await aShop();
    const { sellerId, importId } = shop;
    const take = (megabytes: number) =>
      storeImportFile(inShop(db, { dataDir, sellerId, importId, name: "a", modifiedAt: now, storage: 3 }.sellerId), {
        ...{ dataDir, sellerId, importId, name: "a", modifiedAt: now, storage: 3 },
        body: zeros(megabytes * 1024 * 1024),
      });
    expect(await take(2)).toMatchObject({ ok: true });
    expect(await take(2)).toEqual({ ok: false, refusal: { code: "storage_full", used: 2, limit: 3 } });
    expect(await shop.stored()).toHaveLength(1);
    const label = { dataDir, name: "a.pdf", storage: 2 };
    const stored = await storeFile({ db, sellerId, actor: shop.actor }, { ...label, body: inPieces(PDF) });
    expect(stored).toEqual({ ok: false, refusal: { code: "storage_full", used: 2, limit: 2 } });
    expect(await (await aShop()).upload(zeros(1024))).toMatchObject({ ok: true });
  });

  it("C11 of two at once takes only one where one fits", async () => {
    const shop = await aShop();
    const { sellerId, importId } = shop;
    const upload = { dataDir, sellerId, importId, name: "a", modifiedAt: now, storage: 3 };
    const both = [0, 1].map(() =>
      storeImportFile(inShop(db, upload.sellerId), { ...upload, body: zeros(2 * 1024 * 1024) }),
    );
    expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect([await shop.stored(), (await shop.row())?.files]).toEqual([[expect.any(String)], [expect.any(Object)]]);
  });

  it("U06 takes 30 MB whole, and refuses what is empty or longer than the limit without a trace", async () => {
    const shop = await aShop();
    const stored = await shop.upload(zeros(30 * 1024 * 1024));
    expect(stored).toMatchObject({ ok: true, value: { size: 30 * 1024 * 1024 } });
    expect(await shop.upload(zeros(0))).toMatchObject({ refusal: { code: "file_empty" } });
    expect(await shop.upload(zeros(MAX_IMPORT_BYTES + 1))).toMatchObject({ refusal: { code: "file_too_large" } });
    expect(await shop.stored()).toHaveLength(1);
    expect((await shop.row())?.files).toHaveLength(1);
  });

  it("U12 leaves nothing behind when it breaks off", async () => {
    const shop = await aShop();
    const broken = (async function* () {
      yield new Uint8Array(1000);
      throw new Error("connection reset");
    })();
    await expect(shop.upload(broken)).rejects.toThrow("connection reset");
    expect([await shop.stored(), (await shop.row())?.files]).toEqual([[], []]);
  });
});
