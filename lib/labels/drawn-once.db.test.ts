import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { sweep } from "@/lib/platform/queue/sweep";
import { PRINT_PARTS } from "@/lib/policy/labels/sizes";
import { SWEEPS } from "@/lib/sweeps";
import { labelDesk } from "./authorized-testing";
import { labelJpeg } from "./label-jpeg";
import { renderLabels } from "./render-labels";

const db = await testDb();
const { anAuthorized } = labelDesk(db);

it("S1-13 a label is drawn once for all who look at it or get it, and anew when it says something else", async () => {
  const [seller, rival] = [await aSeller(db), await aSeller(db)];
  const { sellerId } = seller;
  const dataDir = await mkdtemp(join(tmpdir(), "labels-"));
  const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma: "SHOP-1" });
  const kept = () => readdir(join(dataDir, "labels", sellerId));
  const look = async (of = sellerId) =>
    (await renderLabels({ db, sellerId: of }, { returnIds: [id], parts: PRINT_PARTS }, dataDir)).pdf;

  const [first, second] = await Promise.all([look(), look()]);
  expect(first.length).toBeGreaterThan(0);
  expect(second.length).toBe(first.length);
  expect(await kept()).toHaveLength(1);
  // A drawing tells its time: only what was kept is the same to the last byte.
  const again = Buffer.from(await look());
  expect([first, second].some((drawn) => again.equals(drawn))).toBe(true);
  expect(Buffer.from(await look()).equals(again)).toBe(true);

  await withSeller(db, sellerId, (tx) => tx.update(returns).set({ instructions: "Box 7" }).where(eq(returns.id, id)));
  expect(Buffer.from(await look()).equals(again)).toBe(false);
  expect(await kept()).toHaveLength(2);
  await labelJpeg(db, { sellerId, returnId: id, dataDir });
  await labelJpeg(db, { sellerId, returnId: id, dataDir });
  expect(await kept()).toHaveLength(3);

  expect(await look(rival.sellerId)).toHaveLength(0);
  expect(await readdir(join(dataDir, "labels"))).toEqual([sellerId]);

  const inDays = (days: number) => ({ dataDir, now: new Date(Date.now() + days * 24 * 3_600_000) });
  const labels = { house: [], shops: { labels: SWEEPS.shops.labels ?? (() => Promise.reject(new Error("no sweep"))) } };
  await sweep(db, labels, inDays(6));
  expect(await kept()).toHaveLength(3);
  await sweep(db, labels, inDays(8));
  expect(await kept()).toEqual([]);
});
