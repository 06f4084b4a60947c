import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { isPhoto } from "@/lib/platform/files/files";
import { filesFolder } from "@/lib/platform/files/store-file";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { checkIn } from "./check-in";
import { keepPhoto, smallPhoto } from "./keep-photo";
import { aBench } from "./receiving-testing";
import { parkParcel } from "./unidentified";

let db: Db;
let dataDir: string;
beforeAll(async () => {
  db = await testDb();
  dataDir = await mkdtemp(join(tmpdir(), "homeward-photos-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#888" } })
    .png()
    .toBuffer();

async function aShop() {
  const shop = await aBench(db);
  const taken = async () => {
    const kept = await keepPhoto(shop.ctx(), { dataDir, bytes: await picture() });
    if (!kept.ok) throw new Error(kept.refusal.code);
    return kept.value.id;
  };
  return { ...shop, taken };
}

describe("pictures from the bench", () => {
  it("stay as long as the unit or the parcel that they show, however old; one that nothing shows goes after a day", async () => {
    const shop = await aShop();
    const { sellerId } = shop;
    const [ofUnit, ofParcel, ofNothing] = [await shop.taken(), await shop.taken(), await shop.taken()];
    const id = await shop.anAwaited();
    const units = [shop.unit(await shop.lineOf(id), { photoIds: [ofUnit] })];
    expect(await checkIn(shop.ctx(), { returnId: id, tracking: null, units })).toMatchObject({ ok: true });
    await parkParcel(shop.ctx(), { id: newId(), scanned: "LP1", note: null, photoIds: [ofParcel] });

    const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
    expect(await sweepFiles(db, { dataDir, sellerId, now: inTwoDays })).toBe(1);
    expect((await readdir(filesFolder(dataDir, sellerId))).sort()).toEqual([ofUnit, ofParcel].sort());
    const detail = await shop.read((tx) => findReturnDetail(tx, sellerId, id));
    expect(detail?.units.map(({ photoIds }) => photoIds)).toEqual([[ofUnit]]);

    const stranger = await aShop();
    const isShown = (ofSeller: string, fileId: string) =>
      withSeller(db, ofSeller, (tx) => isPhoto(tx, ofSeller, fileId));
    expect([await isShown(sellerId, ofUnit), await isShown(sellerId, ofParcel)]).toEqual([true, true]);
    expect([await isShown(sellerId, ofNothing), await isShown(stranger.sellerId, ofUnit)]).toEqual([false, false]);
  });

  it("are drawn small for a list", async () => {
    const small = await smallPhoto(await picture());
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({ format: "jpeg", width: 160, height: 107 });
    expect(await smallPhoto(Buffer.from("no picture"))).toBeNull();
  });
});
