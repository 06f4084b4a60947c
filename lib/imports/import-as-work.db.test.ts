import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { workOnce } from "@/lib/platform/queue/work";
import { product } from "@/lib/policy/actor";
import { importAsWork } from "./import-as-work";
import type { ImportFile } from "./import-file";
import { importWork } from "./import-work";
import { IMPORT_LIST, IMPORTS } from "./imports";
import { fileOf } from "./testdata/made-up-file";
import { madeUpReport } from "./testdata/made-up-report";

const db = await testDb();
const dataDir = mkdtempSync(join(tmpdir(), "imports-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(async () => void (await db.execute(sql`delete from work_items`)));
const never = new AbortController().signal;

async function aShop(mode: "mirrored" | "managed" = "mirrored") {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode, plan: "professional" });
  const { sellerId } = seller;
  return {
    bringIn: (files: ImportFile[], signal = never, acceptsWarnings = false) =>
      importAsWork(
        { db, sellerId, actor: product("import"), now: new Date() },
        { channelId, files, acceptsWarnings, dataDir, signal },
      ),
    latest: async () =>
      (await withSeller(db, sellerId, (tx) => IMPORT_LIST.page(tx, { sellerId }, IMPORTS.usual()))).rows,
    stored: () => readdir(join(dataDir, "imports", sellerId)).catch(() => []),
  };
}

it("imports in one go, and leaves neither files nor work behind", async () => {
  const shop = await aShop();
  expect(await shop.bringIn([fileOf(madeUpReport([{}, { "Order date": "45123" }]))])).toMatchObject({
    ok: true,
    value: { state: "done", newCount: 1, refusedCount: 1 },
  });
  expect(await shop.stored()).toEqual([]);
  expect(await workOnce(db, "import", importWork(dataDir), never)).toBe(false);
});

it("brings nothing in over a doubt, no report or a managed channel, and leaves no trace of the try", async () => {
  const shop = await aShop();
  const doubtful = fileOf(madeUpReport([{ "Currency code": "GBP" }]));
  const codeOf = async (files: ImportFile[]) => {
    const done = await shop.bringIn(files);
    return done.ok ? null : done.refusal.code;
  };
  expect(await codeOf([doubtful])).toBe("warnings_not_accepted");
  expect(await codeOf([fileOf("date,amount\n1,2\n")])).toBe("nothing_to_import");
  expect(await codeOf([fileOf("")])).toBe("not_taken");
  expect([await shop.latest(), await shop.stored()]).toEqual([[], []]);
  expect(await shop.bringIn([doubtful], never, true)).toMatchObject({ ok: true });
  expect(await (await aShop("managed")).bringIn([doubtful])).toMatchObject({ refusal: { code: "nothing_to_import" } });
});

it("K02 is finished by the next worker when who began it is killed in the middle", async () => {
  const shop = await aShop();
  const ending = new AbortController();
  const file = fileOf(madeUpReport([{}]));
  // Its bytes were read and stored; then the process ends, with the check still to do.
  const open = async function* () {
    yield* file.open();
    ending.abort(new Error("killed"));
  };
  await expect(shop.bringIn([{ ...file, open }], ending.signal)).rejects.toThrow("killed");
  expect(await shop.latest()).toMatchObject([{ state: "checking" }]);
  expect(await workOnce(db, "import", importWork(dataDir), never)).toBe(true);
  expect(await shop.latest()).toMatchObject([{ state: "checked", newCount: 1 }]);
});
