import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orderLines, returnLines } from "@/db/schema";
import { testDb } from "@/db/testing";
import { PRE_ALERT, PRE_ALERT_LIST } from "@/lib/receiving/pre-alert";
import { aBench, UPS } from "@/lib/receiving/receiving-testing";
import { madeUpSheet } from "./testdata/made-up-sheet";
import { uploadReceipts } from "./upload-receipts";

const db = await testDb();

async function aWarehouse() {
  const shop = await aBench(db);
  const upload = (lines: readonly string[]) =>
    uploadReceipts(shop.ctx(), { file: Buffer.from(lines.join("\n")), fileName: "received.csv" });
  const skuOf = (returnId: string) =>
    shop.read(async (tx) => {
      const [row] = await tx
        .select({ sku: orderLines.sku })
        .from(returnLines)
        .innerJoin(orderLines, eq(orderLines.id, returnLines.orderLineId))
        .where(eq(returnLines.returnId, returnId));
      return row?.sku ?? "";
    });
  const expected = async () => {
    let text = "";
    for await (const piece of PRE_ALERT_LIST.csv({ db, sellerId: shop.sellerId }, PRE_ALERT.usual())) text += piece;
    return text;
  };
  return { ...shop, upload, skuOf, expected };
}

it("P-11 goods received elsewhere come in from a list as at the bench, once, and what differs without a reason does not", async () => {
  const shop = await aWarehouse();
  const [whole, part, unsaid] = [await shop.anAwaited(2), await shop.anAwaited(2), await shop.anAwaited(2)];
  const [wholeName, partName, unsaidName] = [
    await shop.numberOf(whole),
    await shop.numberOf(part),
    await shop.numberOf(unsaid),
  ];
  const lines = [
    "Return,Condition,Quantity,Tracking,SKU,Why,Note",
    `${wholeName},new,1,${UPS},${await shop.skuOf(whole)},,`,
    `${wholeName},Opened,1,${UPS},,,scratched box`,
    `${partName},new,,,,rest follows,`,
    `${unsaidName},new,,,,,`,
    "R-999999,new,,,,,",
    `${unsaidName},shiny,1,X1,,,`,
  ];
  expect(await shop.expected()).toContain(`"${wholeName}",`);
  expect(await shop.upload(lines)).toEqual({
    ok: true,
    value: {
      ...{ units: 3, known: 0 },
      refused: [
        { line: 5, name: unsaidName, refusal: { code: "difference_unexplained" } },
        { line: 6, name: "R-999999", refusal: { code: "not_found" } },
        { line: 7, name: unsaidName, refusal: { code: "row_unreadable" } },
      ],
    },
  });
  expect(await shop.quantities(whole)).toEqual([2, 2, 0]);
  expect(await shop.quantities(part)).toEqual([2, 1, 0]);
  expect(await shop.statusOf(unsaid)).toBe("awaiting_return");
  expect(await shop.parcels()).toMatchObject([{ tracking: UPS, status: "checked_in" }]);
  expect(await shop.upload(lines)).toMatchObject({ value: { units: 0, known: 3 } });
  expect(await shop.quantities(part)).toEqual([2, 1, 0]);
  const left = await shop.expected();
  expect(left).not.toContain(`"${wholeName}",`);
  expect(left.split("\n").find((line) => line.startsWith(`"${partName}",`))).toContain(",1,");
});

it("knows no other shop's returns, and takes a spreadsheet", async () => {
  const [shop, stranger] = [await aWarehouse(), await aWarehouse()];
  const id = await shop.anAwaited();
  const sheet = madeUpSheet([
    ["退货编号", "商品状况"],
    [await shop.numberOf(id), "used"],
  ]);
  const sent = { file: sheet, fileName: "received.xlsx" };
  expect(await uploadReceipts(stranger.ctx(), sent)).toMatchObject({
    value: { units: 0, refused: [{ refusal: { code: "not_found" } }] },
  });
  expect(await uploadReceipts(shop.ctx(), sent)).toMatchObject({ value: { units: 1, refused: [] } });
  expect(await stranger.expected()).not.toContain(await shop.numberOf(id));
});
