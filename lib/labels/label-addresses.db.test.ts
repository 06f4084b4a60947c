import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { readPdf } from "@/db/testing-pdf";
import type { Address } from "@/lib/kernel/address";
import { typedFrom } from "@/lib/kernel/address-fields";
import { addressLines } from "@/lib/kernel/address-lines";
import { addressOf } from "@/lib/kernel/address-schema";
import { PRINT_PARTS } from "@/lib/policy/labels/sizes";
import { labelDesk } from "./authorized-testing";
import { renderLabels } from "./render-labels";

const db = await testDb();
const { anAuthorized } = labelDesk(db);

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

describe("an address on labels and slips", () => {
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
      "NG",
      { recipient: "Ṣọlá Ọlátúnjí ẹkọ", line1: "12 Aṅgata ṣẹ Road 9876", city: "Ìbàdàn ṣọ", postalCode: "200284" },
    ],
    ["TH", { recipient: "บริษัท คืนสินค้า จำกัด", line1: "12 ถนนลำปาง ทำบุญ", city: "กำแพงเพชร", postalCode: "62000" }],
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
    const { pdf } = await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], ...both });
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
    const [label] = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], parts: ["label"] })).pdf,
    );
    expect(label?.text).toContain("〒150-0001東京都渋谷区神宮前1丁目2番3号返品センター日本JAPAN");
  });

  it("S1-08 a long Chinese address prints whole on both papers, and a Chinese buyer reads Chinese with English", async () => {
    const seller = await aSeller(db);
    const { id, orderId } = await anAuthorized(seller, await aChannel(db, seller), { address: SHENZHEN });
    await withSeller(db, seller.sellerId, async (tx) => {
      await tx.update(orders).set({ buyerLocale: "zh-CN", buyerName: "欧阳静怡🙂" }).where(eq(orders.id, orderId));
    });
    const pages = await readPdf(
      (await renderLabels({ db, sellerId: seller.sellerId }, { returnIds: [id], ...both })).pdf,
    );
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
});
