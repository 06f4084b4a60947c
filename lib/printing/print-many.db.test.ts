import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { readPdf } from "@/db/testing-pdf";
import { newId } from "@/lib/kernel/ids";
import { findFile } from "@/lib/platform/files/files";
import { filePath } from "@/lib/platform/files/store-file";
import { product } from "@/lib/policy/actor";
import { DRAWN_AT_ONCE } from "@/lib/policy/labels/sizes";
import { moveReturns } from "@/lib/returns/move-returns";
import { selectPrinted } from "./check-labels";
import { findPrint, listOwnPrints } from "./label-prints";
import { printMany, printWork } from "./print-many";

const db = await testDb();
const now = new Date();

test("more than ten are drawn by the worker, once however often they are asked for, and end as one file", async () => {
  const [seller, rival] = [await aSeller(db), await aSeller(db)];
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller);
  const ids: string[] = [];
  for (let count = 0; count < 12; count += 1) ids.push((await aReturn(db, seller, { channelId })).id);
  const request = { move: "authorize", address: null, label: { kind: "policy" } } as const;
  await moveReturns({ db, sellerId, actor: product("rules"), now }, { ids, request });
  const selection = { mode: "ids" as const, ids };
  expect(await selectPrinted(asOwner(db, seller), { selection, atMost: DRAWN_AT_ONCE })).toEqual({
    ok: false,
    refusal: { code: "too_many_labels", limit: 10 },
  });

  const printId = newId();
  const ask = { printId, selection, sort: "due" as const, parts: ["label" as const] };
  const who = asOwner(db, seller, now);
  expect(await Promise.all([printMany(who, ask), printMany(who, ask)])).toEqual([
    { ok: true, value: { printId } },
    { ok: true, value: { printId } },
  ]);
  const found = (of: string) => withSeller(db, of, (tx) => findPrint(tx, of, printId));
  expect(await found(sellerId)).toMatchObject({ state: "running", done: 0, total: 12 });
  const news = (of: string, userId: string, since: number) =>
    withSeller(db, of, (tx) => listOwnPrints(tx, of, userId, { since: new Date(since), limit: 2 }));
  // Whoever asked for it finds it in the corner of every page, and nobody else does.
  expect(await news(sellerId, owner.id, 0)).toEqual([{ id: printId, state: "running", done: 0, total: 12 }]);
  expect(await news(sellerId, rival.owner.id, 0)).toEqual([]);
  expect(await news(rival.sellerId, owner.id, 0)).toEqual([]);
  expect(await news(sellerId, owner.id, now.getTime())).toEqual([]);
  const dataDir = await mkdtemp(join(tmpdir(), "prints-"));
  await drain(db, "labels", printWork(dataDir));
  expect(await found(sellerId)).toMatchObject({ state: "done", done: 12, total: 12 });
  expect(await found(rival.sellerId)).toBeNull();

  const file = await withSeller(db, sellerId, (tx) => findFile(tx, sellerId, printId));
  expect(file).toMatchObject({ name: "labels-12.pdf", mime: "application/pdf" });
  const pages = await readPdf(await readFile(filePath(dataDir, sellerId, printId)), { hasCodes: false });
  expect(pages).toHaveLength(12);
  expect(new Set(pages.map(({ text }) => /ReturnR-\d+/.exec(text)?.[0])).size).toBe(12);
});
