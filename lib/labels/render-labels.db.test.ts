import { randomFillSync } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { ColorSpace, Image, Pixmap } from "mupdf";
import { describe, expect, it } from "vitest";
import { orderLines, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, statementsOf, testDb } from "@/db/testing";
import { readPdf } from "@/db/testing-pdf";
import { storeFile } from "@/lib/platform/files/store-file";
import { PRINT_PARTS } from "@/lib/policy/labels/sizes";
import { checkLabels } from "@/lib/printing/check-labels";
import { labelDesk } from "./authorized-testing";
import { labelJpeg } from "./label-jpeg";
import { renderLabels } from "./render-labels";

const db = await testDb();
const { authorize, anAuthorized } = labelDesk(db);

const both = { parts: PRINT_PARTS } as const;

/** Of noise every other row is the same, so that a PNG is small and its JPEG is not. */
function noise(side: number): Uint8Array {
  const pixmap = new Pixmap(ColorSpace.DeviceRGB, [0, 0, side, side], false);
  const pixels = pixmap.getPixels();
  const two = randomFillSync(new Uint8Array(2 * 3 * side));
  for (let at = 0; at + two.length <= pixels.length; at += two.length) pixels.set(two, at);
  return Uint8Array.from(pixmap.asPNG());
}

function seeThrough(): Uint8Array {
  const pixmap = new Pixmap(ColorSpace.DeviceRGB, [0, 0, 40, 40], true);
  pixmap.clear();
  return Uint8Array.from(pixmap.asPNG());
}

describe("labels and slips as a PDF", () => {
  it("S1-09 S1-10 the slip carries the RMA below the address, as Code 128 and as a QR code", async () => {
    const seller = await aSeller(db);
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma: "SHOP-2026-77" });
    const { pdf, missing } = await renderLabels(
      { db, sellerId: seller.sellerId },
      { returnIds: [id], parts: ["slip"] },
    );
    const [slip] = await readPdf(pdf);
    expect(missing).toEqual([]);
    expect(slip?.codes).toEqual([
      { format: "Code128", text: "SHOP-2026-77" },
      { format: "QRCode", text: "SHOP-2026-77" },
    ]);
    expect(slip?.text.indexOf("1DepotWay")).toBeGreaterThan(0);
    expect(slip?.text.lastIndexOf("SHOP-2026-77")).toBeGreaterThan(slip?.text.indexOf("1DepotWay") ?? 0);
  });

  it("S1-13 the label carries the seller's address by itself, and the RMA to scan", async () => {
    const seller = await aSeller(db);
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma: "RMA-A-1" });
    const [label] = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], parts: ["label"] })).pdf,
    );
    expect(label?.codes.map(({ text }) => text)).toEqual(["RMA-A-1", "RMA-A-1"]);
    for (const part of ["HomewardReturns", "1DepotWay", "Reno,NV89501", "UNITEDSTATES", "JordanRivera"])
      expect(label?.text).toContain(part);
  });

  it("S1-10 the label names the order, the items' SKUs and the sender", async () => {
    const seller = await aSeller(db);
    const made = await aReturn(db, seller, {
      channelId: await aChannel(db, seller),
      buyerName: "Jordan Rivera",
      sku: "MUG-1",
      quantity: 2,
    });
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx
        .update(orders)
        .set({ number: "112-0000001-7654321", shipCountry: "PL" })
        .where(eq(orders.id, made.orderId));
    });
    await authorize(seller, made.id);
    const [label] = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [made.id], parts: ["label"] })).pdf,
    );
    for (const part of ["Order112-0000001-7654321", "SKUMUG-1×2", "JordanRivera", "POLAND"])
      expect(label?.text).toContain(part);
  });

  it("S1-11 an unpaid label says that the sender pays; a prepaid one of a shop says the opposite and how it travels", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller, { hasPrepaid: true });
    const unpaid = await anAuthorized(seller, channelId);
    const prepaid = await anAuthorized(seller, channelId, {
      label: { kind: "prepaid", costMinor: 650, currency: "USD", carrier: "UPS", tracking: "1Z999AA10123456784" },
    });
    const { pdf } = await renderLabels(
      { db, sellerId: seller.sellerId },
      { returnIds: [unpaid.id, prepaid.id], parts: ["label"] },
    );
    const [first, second] = await readPdf(pdf, { hasCodes: false });
    expect(first?.text).toContain("postagetobepaidbythesender");
    expect(second?.text).toContain("Postageispaidbytherecipient");
    expect(second?.text).toContain("UPS1Z999AA10123456784");
  });

  it("S1-08 the longest RMA is still read from both papers", async () => {
    const seller = await aSeller(db);
    const rma = "ABCDEFGHIJ-KLMNOPQRST-UVWXYZ0123-4567890";
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma });
    const pages = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], ...both })).pdf,
    );
    expect(pages.flatMap(({ codes }) => codes.map(({ text }) => text))).toEqual([rma, rma, rma, rma]);
  });

  it.each([
    ["4x6", "letter", [288, 432], [612, 792]],
    ["100x150", "A4", [283.46, 425.2], [595.28, 841.89]],
  ] as const)("S1-08 the label is %s, the slip %s, to the point", async (labelSize, slipSize, label, slip) => {
    const seller = await aSeller(db);
    const { id } = await anAuthorized(seller, await aChannel(db, seller));
    const { pdf } = await renderLabels(
      { db, sellerId: seller.sellerId },
      { returnIds: [id], ...both, labelSize, slipSize },
    );
    const sizes = (await readPdf(pdf, { hasCodes: false })).map(({ width, height }) => [width, height]);
    expect(sizes).toHaveLength(2);
    for (const [page, points] of [
      [sizes[0], label],
      [sizes[1], slip],
    ] as const) {
      expect(page?.[0]).toBeCloseTo(points[0], 1);
      expect(page?.[1]).toBeCloseTo(points[1], 1);
    }
  });

  it("S0-08 the slip names items, quantities and reasons in words, and how to pack; nothing breaks it", async () => {
    const seller = await aSeller(db);
    const { id, orderId } = await aReturn(db, seller, {
      channelId: await aChannel(db, seller),
      quantity: 3,
      reason: "CR-DEFECTIVE",
      sku: "S".repeat(70),
    });
    const title = "无线降噪蓝牙耳机👩‍👩‍👧 Łódź 안녕 \u0007 العربية".repeat(4);
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx.update(orderLines).set({ title }).where(eq(orderLines.orderId, orderId));
    });
    await authorize(seller, id, { instructions: "Ring twice. ".repeat(80) });
    const [slip] = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], parts: ["slip"] })).pdf,
    );
    for (const part of ["×3", "Defective", "S".repeat(70), "Packtheitemssecurely", "Ringtwice.", "Łódź"])
      expect(slip?.text).toContain(part);
    expect(slip?.codes).toHaveLength(2);
  });

  it("nothing in an item's title turns the words of the slip around, or is drawn over its lines", async () => {
    const seller = await aSeller(db);
    const { id, orderId } = await aReturn(db, seller, { channelId: await aChannel(db, seller) });
    const title = `Lamp \u202e00.5 now\u202c ก${"\u0e49".repeat(300)}`;
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx.update(orderLines).set({ title }).where(eq(orderLines.orderId, orderId));
    });
    await authorize(seller, id, {});
    const [slip] = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], parts: ["slip"] })).pdf,
    );
    expect(slip?.text).toContain("Lamp00.5now");
    expect(slip?.text.match(/\p{M}/gu)?.length ?? 0).toBeLessThan(5);
  });

  it("S1-12 with an upload, or a prepaid label of the marketplace, only the slip is drawn", async () => {
    const seller = await aSeller(db);
    const shop = await anAuthorized(seller, await aChannel(db, seller));
    const amazon = await anAuthorized(seller, await aChannel(db, seller, { mode: "mirrored" }));
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx.update(returns).set({ labelKind: "own" }).where(eq(returns.id, shop.id));
      await tx.update(returns).set({ labelKind: "prepaid" }).where(eq(returns.id, amazon.id));
    });
    const ids = [shop.id, amazon.id];
    const pages = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: ids, ...both })).pdf,
      { hasCodes: false },
    );
    expect(pages.map(({ text }) => text.startsWith("Packingslip"))).toEqual([true, true]);
    const labels = await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: ids, parts: ["label"] });
    expect(labels.pdf).toHaveLength(0);
    expect(labels.missing).toEqual([]);
  });

  it("many print in the order of the list, in one statement; what has no label is named, and another seller's never", async () => {
    const [seller, rival] = [await aSeller(db), await aSeller(db)];
    const channelId = await aChannel(db, seller);
    const made: string[] = [];
    for (const rma of ["RMA-X-3", "RMA-X-1", "RMA-X-2"]) made.push((await anAuthorized(seller, channelId, { rma })).id);
    const waiting = await aReturn(db, seller, { channelId });
    const theirs = await anAuthorized(rival, await aChannel(db, rival));
    const ids = [made[1] ?? "", theirs.id, made[2] ?? "", waiting.id, made[0] ?? ""];

    let printed: Awaited<ReturnType<typeof renderLabels>> | undefined;
    const statements = await statementsOf(db, async () => {
      printed = await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: ids, parts: ["label"] });
    });
    expect(statements).toHaveLength(1);
    expect(printed?.rmas).toEqual(["RMA-X-1", "RMA-X-2", "RMA-X-3"]);
    expect(printed?.missing).toEqual([theirs.id, waiting.id]);
    const pages = await readPdf(printed?.pdf ?? new Uint8Array());
    expect(pages.map(({ codes }) => codes[0]?.text)).toEqual(["RMA-X-1", "RMA-X-2", "RMA-X-3"]);

    const checked = await checkLabels(asOwner(db, seller), { selection: { mode: "ids", ids } });
    expect(checked).toEqual({
      ok: true,
      value: {
        ready: 3,
        slipOnly: 0,
        missing: [
          { why: "not_found", count: 1, items: [] },
          { why: "not_authorized", count: 1, items: [{ id: waiting.id, number: waiting.number }] },
        ],
      },
    });
  });

  it("S1-12 a marketplace that takes pictures only gets the drawn label as one, or the upload, within 2 MB", async () => {
    const [seller, rival] = [await aSeller(db), await aSeller(db)];
    const { sellerId, owner } = seller;
    const dataDir = await mkdtemp(join(tmpdir(), "labels-"));
    const { id } = await anAuthorized(seller, await aChannel(db, seller, { mode: "mirrored" }), { rma: "RMA-J-1" });
    const asked = { sellerId, returnId: id, dataDir };
    const startOf = (jpeg: Uint8Array | null) => [...(jpeg ?? []).slice(0, 3)];
    const drawn = await labelJpeg(db, asked);
    expect(startOf(drawn)).toEqual([0xff, 0xd8, 0xff]);
    expect(drawn?.length).toBeLessThan(2_000_000);
    expect(await labelJpeg(db, { ...asked, sellerId: rival.sellerId })).toBeNull();

    const upload = async (name: string, file: Uint8Array) => {
      const body = (async function* () {
        yield file;
      })();
      const stored = await storeFile({ db, sellerId, actor: { kind: "person", ...owner } }, { dataDir, name, body });
      if (!stored.ok) throw new Error(stored.refusal.code);
      const own = { labelKind: "own" as const, labelFileId: stored.value.id };
      await withSeller(db, sellerId, (tx) => tx.update(returns).set(own).where(eq(returns.id, id)));
    };
    const { pdf } = await renderLabels({ db, sellerId }, { returnIds: [id], parts: ["label"] });
    await upload("own.pdf", pdf);
    expect(startOf(await labelJpeg(db, asked))).toEqual([0xff, 0xd8, 0xff]);

    await upload("scan.png", noise(3000));
    const scanned = await labelJpeg(db, asked);
    expect(startOf(scanned)).toEqual([0xff, 0xd8, 0xff]);
    expect(scanned?.length).toBeLessThanOrEqual(2_000_000);
    await upload("photo.jpg", scanned ?? new Uint8Array());
    const photo = await labelJpeg(db, asked);
    expect(startOf(photo)).toEqual([0xff, 0xd8, 0xff]);
    expect(photo?.length).toBeLessThanOrEqual(2_000_000);
    await upload("see-through.png", seeThrough());
    expect([...new Image((await labelJpeg(db, asked)) ?? "").toPixmap().getPixels().slice(0, 3)]).toEqual([
      255, 255, 255,
    ]);
  });

  it("one PDF takes 200 returns", async () => {
    const seller = await aSeller(db);
    const ids = Array.from({ length: 201 }, () => crypto.randomUUID());
    expect(await checkLabels(asOwner(db, seller), { selection: { mode: "ids", ids } })).toEqual({
      ok: false,
      refusal: { code: "too_many_labels", limit: 200 },
    });
  });
});
