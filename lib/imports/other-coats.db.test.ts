import { expect, it } from "vitest";
import { returnLines } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportFile } from "./import-file";
import { aShop } from "./testdata/a-shop";
import { checkFiles, importFiles } from "./testdata/import-files";
import { fileOf, NOW } from "./testdata/made-up-file";
import { inPieces, type MadeUpCells, madeUpReport } from "./testdata/made-up-report";
import { otherCoats } from "./testdata/other-coats";

const db = await testDb();

const ROWS: MadeUpCells[] = [
  { "Item Name": 'Cable 5", white; 2 m', "Merchant RMA ID": "R-77", "Tracking ID": "1Z999" },
  { "Order ID": "111-0000002-0000002", "Amazon RMA ID": " ", "Label cost": " ", "Tracking ID": " " },
  { "Order ID": "111-0000003-0000003", "Amazon RMA ID": "D3", "Return request status": "Pending Authorization" },
];

const bytesFile = (bytes: Buffer, name: string): ImportFile => ({
  name,
  modifiedAt: NOW,
  size: bytes.length,
  open: () => inPieces(bytes),
});

async function aNewShop() {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
  const run = async (file: ImportFile) => {
    const done = await importFiles(db, { ...shop.inputOf(), files: [file] });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const { newCount, changedCount, unchangedCount, refusedCount } = done.value;
    return [newCount, changedCount, unchangedCount, refusedCount];
  };
  return { ...shop, run };
}

it("P-24 the same report once as it came, then as .xlsx, .csv and Unicode text changes nothing any more", async () => {
  const shop = await aNewShop();
  const report = madeUpReport(ROWS);
  expect(await shop.run(fileOf(report, "returns.tsv"))).toEqual([3, 0, 0, 0]);
  const stored = async () => [
    await shop.listReturns(),
    await withSeller(db, shop.sellerId, (tx) => tx.select().from(returnLines).orderBy(returnLines.id)),
  ];
  const before = await stored();
  for (const [name, bytes] of Object.entries(otherCoats(report)))
    expect(await shop.run(bytesFile(bytes, name)), name).toEqual([0, 0, 3, 0]);
  expect(await stored()).toEqual(before);
  expect((await shop.listReturns())[0]?.reported).toMatchObject({ merchantRma: "R-77" });
});

const LIST =
  "Case,Order number,Request date,SKU,Internal note\n77,111-0000001-0000001,2026-07-14,SKU-1,x\n78,111-0000003-0000003,2026-07-15,SKU-1,y\n";
const MAPPING: ColumnMapping = {
  columns: { requestNumber: "Case", orderNumber: "Order number", requestedOn: "Request date", sku: "SKU" },
  dateOrder: "ymd",
  decimal: ".",
  statuses: {},
};

it("a list of one's own is asked about before it doubles what is open, and says what it does not hold", async () => {
  const shop = await aNewShop();
  await shop.run(fileOf(madeUpReport(ROWS)));
  const known = { kind: "returns" as const, mapping: MAPPING };
  const check = await checkFiles(db, { ...shop.inputOf(LIST), known });
  expect(check).toMatchObject({
    value: {
      newCount: 2,
      warnings: [{ code: "doubled_returns", rows: 1, of: 2, example: "111-0000001-0000001" }],
      files: [
        {
          lacks: ["orderedOn", "deliveredOn", "price", "reason", "buyer", "country"],
          unread: ["Internal note"],
          unreadCount: 1,
        },
      ],
    },
  });
  // What is over is asked for anew.
  const [first] = await shop.listReturns();
  await shop.run(fileOf(madeUpReport([{ ...ROWS[0], "Return request status": "Closed" }])));
  expect((await shop.listReturns())[0]).toMatchObject({ id: first?.id, status: "closed" });
  expect(await checkFiles(db, { ...shop.inputOf(LIST), known })).toMatchObject({
    value: { newCount: 2, warnings: [] },
  });
});
