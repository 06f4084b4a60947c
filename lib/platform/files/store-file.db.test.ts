import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aSeller, asOwner, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { PDF, PNG } from "./example-files";
import { findFile } from "./files";
import { filePath, filesFolder, MAX_LABEL_BYTES, storeFile } from "./store-file";
import { sweepFiles } from "./sweep-files";

let db: Db;
let dataDir: string;
let seller: TestSeller;
beforeAll(async () => {
  db = await testDb();
  dataDir = await mkdtemp(join(tmpdir(), "homeward-files-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const upload = (body: AsyncIterable<Uint8Array>, name = "label.pdf") =>
  storeFile(asOwner(db, seller), { dataDir, name, body });
const inParts = (bytes: Buffer) => Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]);
const stored = () => readdir(filesFolder(dataDir, seller.sellerId));

describe("an uploaded label", () => {
  beforeAll(async () => {
    seller = await aSeller(db);
  });

  test("S1-12 is kept under our own id, as it was sent", async () => {
    const answer = await upload(inParts(PDF), "../../x.html");
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { id } = answer.value;
    expect(answer.value).toEqual({ id, name: "x.html.pdf", mime: "application/pdf", size: PDF.length });
    expect(await readFile(filePath(dataDir, seller.sellerId, id))).toEqual(PDF);
    expect(await stored()).toEqual([id]);
    const row = await withSeller(db, seller.sellerId, (tx) => findFile(tx, seller.sellerId, id));
    expect(row).toEqual(answer.value);
    const stranger = await aSeller(db);
    expect(await withSeller(db, stranger.sellerId, (tx) => findFile(tx, stranger.sellerId, id))).toBeNull();
  });

  test.each([
    ["a web page called .pdf", Buffer.from("<html><script>alert(1)</script></html>"), "file_type"],
    ["half a picture", PNG.subarray(0, 40), "file_broken"],
    ["nothing", Buffer.alloc(0), "file_empty"],
    ["one byte too many", Buffer.alloc(MAX_LABEL_BYTES + 1), "file_too_large"],
  ])("%s is refused and leaves nothing behind", async (_, bytes, code) => {
    const before = await stored();
    expect(await upload(Readable.from([bytes]))).toMatchObject({ ok: false, refusal: { code } });
    expect(await stored()).toEqual(before);
  });

  test("too large is noticed while it arrives, not afterwards", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    expect(await upload(endless())).toMatchObject({ refusal: { code: "file_too_large" } });
    expect(sent).toBe(6);
  });

  test("an upload that breaks off leaves neither row nor bytes", async () => {
    const before = await stored();
    async function* broken() {
      yield PDF.subarray(0, 20);
      throw new Error("connection lost");
    }
    await expect(upload(broken())).rejects.toThrow("connection lost");
    expect(await stored()).toEqual(before);
  });

  test("what a crash left behind is swept after an hour, and what is known stays", async () => {
    const known = await upload(inParts(PDF));
    if (!known.ok) throw new Error(known.refusal.code);
    const folder = filesFolder(dataDir, seller.sellerId);
    const [orphan, part, fresh] = [newId(), `${newId()}.part`, newId()];
    for (const name of [orphan, part, fresh]) await writeFile(join(folder, name), PDF);
    const long = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [orphan, part, known.value.id]) await utimes(join(folder, name), long, long);
    expect(await sweepFiles(db, { dataDir, sellerId: seller.sellerId, now: new Date() })).toBe(2);
    expect(await stored()).toEqual(expect.arrayContaining([known.value.id, fresh]));
    await expect(stat(join(folder, orphan))).rejects.toThrow();
  });
});
