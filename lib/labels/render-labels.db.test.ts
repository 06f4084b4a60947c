import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { orderLines, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { readPdf } from "@/db/testing-pdf";
import { SYSTEM } from "../actor";
import { type Address, addressLines } from "../address";
import { addressOf, typedFrom } from "../address-schema";
import { storeFile } from "../files/store-file";
import type { LabelChoice } from "../returns/move-request";
import { moveReturns } from "../returns/move-returns";
import { checkLabels } from "./check-labels";
import { labelJpeg } from "./label-jpeg";
import { renderLabels } from "./render-labels";
import { PRINT_PARTS } from "./sizes";

const db = await testDb();

const SHENZHEN: Address = {
  recipient: "深圳市归途跨境电子商务有限公司退货部 王小明",
  line1: "坂田街道雪岗路2018号天安云谷产业园一期三栋D座十八楼1801至1806室",
  line2: "（请在包裹外注明退货编号）",
  city: "深圳市龙岗区",
  region: "广东省",
  postalCode: "518129",
  country: "CN",
  phone: "+86 755 8888 0000",
};
const both = { parts: PRINT_PARTS } as const;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What a text says, however it is stored: without marks of direction and spaces. */
const plain = (text: string) => text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");

/**
 * A reader of a PDF takes a line that runs from right to left apart: it moves digits and commas, and swaps the halves of
 * lam-alef. Of such a text the letters are compared, in any order; that they stand joined, with their dots and in their
 * places, only a picture shows.
 */
const lettersOf = (text: string) =>
  [...plain(text)]
    .filter((character) => RIGHT_TO_LEFT.test(character))
    .sort()
    .join("");

async function authorize(
  seller: TestSeller,
  id: string,
  given: { rma?: string; address?: Address; label?: LabelChoice; instructions?: string } = {},
) {
  const { moved } = await moveReturns(db, {
    sellerId: seller.sellerId,
    ids: [id],
    request: { move: "authorize", address: null, label: { kind: "unpaid" }, ...given },
    actor: SYSTEM,
    now: new Date(),
  });
  expect(moved).toEqual([id]);
}

async function anAuthorized(seller: TestSeller, channelId: string, given: Parameters<typeof authorize>[2] = {}) {
  const { id, orderId } = await aReturn(db, seller, { channelId, buyerName: "Jordan Rivera" });
  await authorize(seller, id, given);
  return { id, orderId };
}

// The first drawing starts the thread and reads every font.
vi.setConfig({ testTimeout: 120_000 });

describe("labels and slips as a PDF", () => {
  it("S1-09 S1-10 the slip carries the RMA below the address, as Code 128 and as a QR code", async () => {
    const seller = await aSeller(db);
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma: "SHOP-2026-77" });
    const { pdf, missing } = await renderLabels(db, seller.sellerId, [id], { parts: ["slip"] });
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
    const [label] = await readPdf((await renderLabels(db, seller.sellerId, [id], { parts: ["label"] })).pdf);
    expect(label?.codes.map(({ text }) => text)).toEqual(["RMA-A-1", "RMA-A-1"]);
    for (const part of ["HomewardReturns", "1DepotWay", "Reno,NV89501", "UNITEDSTATES", "JordanRivera"])
      expect(label?.text).toContain(part);
  });

  it.each([
    ["PL", { recipient: "Magazyn Zwrotów Żółw", line1: "ul. Świętokrzyska 12/4", city: "Łódź", postalCode: "90-001" }],
    [
      "CZ",
      { recipient: "Sklad vrácení Říčany", line1: "Náměstí Míru 7", city: "Ústí nad Labem", postalCode: "400 01" },
    ],
    [
      "TR",
      {
        recipient: "İade Deposu Şti.",
        line1: "Bağdat Caddesi No: 5, Işık Apt.",
        city: "İstanbul",
        postalCode: "34710",
      },
    ],
    [
      "GR",
      { recipient: "Αποθήκη Επιστροφών", line1: "Οδός Ερμού 12, Ώριμη γωνία", city: "Αθήνα", postalCode: "105 63" },
    ],
    ["UA", { recipient: "Склад повернень «Їжак»", line1: "вул. Ґонти, 3", city: "Київ", postalCode: "01001" }],
    ["RU", { recipient: "Склад возвратов", line1: "ул. Съезжинская, 4", city: "Москва", postalCode: "101000" }],
    [
      "VN",
      {
        recipient: "Kho trả hàng Nguyễn Thị Thập",
        line1: "Số 12 Đường Lê Lợi",
        city: "Hồ Chí Minh",
        postalCode: "700000",
      },
    ],
    ["SA", { recipient: "مستودع الإرجاع", line1: "شارع الملك فهد 12، حي العليا", city: "الرياض", postalCode: "12211" }],
    ["IL", { recipient: "מחסן החזרות", line1: "רחוב הרצל 5", city: "תל אביב", postalCode: "6688101" }],
    [
      "TH",
      { recipient: "คลังสินค้ารับคืน", line1: "99/9 ถนนสุขุมวิท แขวงคลองเตยเหนือ", city: "กรุงเทพมหานคร", postalCode: "10110" },
    ],
    [
      "KR",
      { recipient: "반품 센터", line1: "테헤란로 123", city: "강남구", region: "서울특별시", postalCode: "06134" },
    ],
    [
      "JP",
      {
        recipient: "返品センター",
        line1: "神宮前1丁目2番3号",
        line2: "ハラジュクビル4階",
        city: "渋谷区",
        region: "東京都",
        postalCode: "150-0001",
      },
    ],
    [
      "CN",
      {
        recipient: "退货仓",
        line1: "坂田街道雪岗路2018号",
        city: "深圳市龙岗区",
        region: "广东省",
        postalCode: "518129",
      },
    ],
    ["TW", { recipient: "退貨倉庫", line1: "信義路五段7號", city: "臺北市信義區", postalCode: "110" }],
  ])("S1-13 an address in %s is on the label as it was written, letter by letter", async (country, given) => {
    const seller = await aSeller(db);
    const address = { line2: null, region: null, phone: "+1 775 555 0100", country, ...given };
    expect(addressOf(typedFrom(address))).toEqual(address);
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { address });
    const { pdf } = await renderLabels(db, seller.sellerId, [id], both);
    for (const { text } of await readPdf(pdf, { hasCodes: false })) {
      expect(lettersOf(text)).toBe(lettersOf(addressLines(address).join("")));
      for (const line of addressLines(address))
        if (!RIGHT_TO_LEFT.test(line)) expect(plain(text)).toContain(plain(line));
    }
  });

  it("S1-13 in Japan the postal code, the prefecture and the city come first, and the recipient last", async () => {
    const seller = await aSeller(db);
    const address = {
      ...{ recipient: "返品センター", line1: "神宮前1丁目2番3号", line2: null, city: "渋谷区", region: "東京都" },
      ...{ postalCode: "150-0001", country: "JP", phone: null },
    };
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { address });
    const [label] = await readPdf((await renderLabels(db, seller.sellerId, [id], { parts: ["label"] })).pdf);
    expect(label?.text).toContain("〒150-0001東京都渋谷区神宮前1丁目2番3号返品センター日本JAPAN");
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
    const [label] = await readPdf((await renderLabels(db, seller.sellerId, [made.id], { parts: ["label"] })).pdf);
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
    const { pdf } = await renderLabels(db, seller.sellerId, [unpaid.id, prepaid.id], { parts: ["label"] });
    const [first, second] = await readPdf(pdf, { hasCodes: false });
    expect(first?.text).toContain("postagetobepaidbythesender");
    expect(second?.text).toContain("Postageispaidbytherecipient");
    expect(second?.text).toContain("UPS1Z999AA10123456784");
  });

  it("S1-08 the longest RMA is still read from both papers", async () => {
    const seller = await aSeller(db);
    const rma = "ABCDEFGHIJ-KLMNOPQRST-UVWXYZ0123-4567890";
    const { id } = await anAuthorized(seller, await aChannel(db, seller), { rma });
    const pages = await readPdf((await renderLabels(db, seller.sellerId, [id], both)).pdf);
    expect(pages.flatMap(({ codes }) => codes.map(({ text }) => text))).toEqual([rma, rma, rma, rma]);
  });

  it.each([
    ["4x6", "letter", [288, 432], [612, 792]],
    ["100x150", "A4", [283.46, 425.2], [595.28, 841.89]],
  ] as const)("S1-08 the label is %s, the slip %s, to the point", async (labelSize, slipSize, label, slip) => {
    const seller = await aSeller(db);
    const { id } = await anAuthorized(seller, await aChannel(db, seller));
    const { pdf } = await renderLabels(db, seller.sellerId, [id], { ...both, labelSize, slipSize });
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

  it("S1-08 a long Chinese address prints whole on both papers, and a Chinese buyer reads Chinese with English", async () => {
    const seller = await aSeller(db);
    const { id, orderId } = await anAuthorized(seller, await aChannel(db, seller), { address: SHENZHEN });
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx.update(orders).set({ buyerLocale: "zh-CN", buyerName: "欧阳静怡🙂" }).where(eq(orders.id, orderId));
    });
    const pages = await readPdf((await renderLabels(db, seller.sellerId, [id], both)).pdf);
    const lines = [SHENZHEN.recipient, "广东省深圳市龙岗区", SHENZHEN.line1, SHENZHEN.line2 ?? "", "中国CHINA"];
    expect(pages).toHaveLength(2);
    for (const { text, codes } of pages) {
      for (const line of lines) expect(text).toContain(line.replace(/\s/g, ""));
      expect(text).toContain("欧阳静怡");
      expect(text).toContain("Returnto");
      expect(codes).toHaveLength(2);
    }
    expect(pages[0]?.text).toContain("未付费：寄件人先付，费用由店铺承担");
    expect(pages[1]?.text).toContain("退货装箱单");
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
    const [slip] = await readPdf((await renderLabels(db, seller.sellerId, [id], { parts: ["slip"] })).pdf);
    for (const part of ["×3", "Defective", "S".repeat(70), "Packtheitemssecurely", "Ringtwice.", "Łódź"])
      expect(slip?.text).toContain(part);
    expect(slip?.codes).toHaveLength(2);
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
    const pages = await readPdf((await renderLabels(db, seller.sellerId, ids, both)).pdf, { hasCodes: false });
    expect(pages.map(({ text }) => text.startsWith("Packingslip"))).toEqual([true, true]);
    const labels = await renderLabels(db, seller.sellerId, ids, { parts: ["label"] });
    expect(labels.pdf).toHaveLength(0);
    expect(labels.missing).toEqual([]);
  });

  it("S1-16 many print in the order of the list, in one statement; what has no label is named, and another seller's never", async () => {
    const [seller, rival] = [await aSeller(db), await aSeller(db)];
    const channelId = await aChannel(db, seller);
    const made: string[] = [];
    for (const rma of ["RMA-X-3", "RMA-X-1", "RMA-X-2"]) made.push((await anAuthorized(seller, channelId, { rma })).id);
    const waiting = await aReturn(db, seller, { channelId });
    const theirs = await anAuthorized(rival, await aChannel(db, rival));
    const ids = [made[1] ?? "", theirs.id, made[2] ?? "", waiting.id, made[0] ?? ""];

    let printed: Awaited<ReturnType<typeof renderLabels>> | undefined;
    const statements = await statementsOf(db, async () => {
      printed = await renderLabels(db, seller.sellerId, ids, { parts: ["label"] });
    });
    expect(statements).toHaveLength(1);
    expect(printed?.rmas).toEqual(["RMA-X-1", "RMA-X-2", "RMA-X-3"]);
    expect(printed?.missing).toEqual([theirs.id, waiting.id]);
    const pages = await readPdf(printed?.pdf ?? new Uint8Array());
    expect(pages.map(({ codes }) => codes[0]?.text)).toEqual(["RMA-X-1", "RMA-X-2", "RMA-X-3"]);

    const checked = await checkLabels(db, seller.sellerId, { mode: "ids", ids });
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

    const { pdf } = await renderLabels(db, sellerId, [id], { parts: ["label"] });
    const body = (async function* () {
      yield pdf;
    })();
    const stored = await storeFile(db, { dataDir, sellerId, userId: owner.id, name: "own.pdf", body });
    if (!stored.ok) throw new Error(stored.refusal.code);
    const own = { labelKind: "own" as const, labelFileId: stored.value.id };
    await withSeller(db, sellerId, (tx) => tx.update(returns).set(own).where(eq(returns.id, id)));
    expect(startOf(await labelJpeg(db, asked))).toEqual([0xff, 0xd8, 0xff]);
  });

  it("S1-16 one PDF takes 200 returns", async () => {
    const seller = await aSeller(db);
    const ids = Array.from({ length: 201 }, () => crypto.randomUUID());
    expect(await checkLabels(db, seller.sellerId, { mode: "ids", ids })).toEqual({
      ok: false,
      refusal: { code: "too_many_labels", limit: 200 },
    });
  });
});
