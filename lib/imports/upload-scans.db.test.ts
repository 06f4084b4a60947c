import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { aBench, OTHER, UPS } from "@/lib/receiving/receiving-testing";
import { madeUpSheet } from "./testdata/made-up-sheet";
import { uploadScans } from "./upload-scans";

const db = await testDb();

async function travelling() {
  const shop = await aBench(db);
  const [one, other] = [await shop.anAwaited(), await shop.anAwaited(2)];
  await announceParcel(shop.ctx(), { returnId: one, tracking: UPS, carrier: "UPS", isSure: false });
  await announceParcel(shop.ctx(), { returnId: other, tracking: OTHER, carrier: "", isSure: false });
  const upload = (lines: string[]) =>
    uploadScans(shop.ctx(), { file: Buffer.from(lines.join("\n")), fileName: "scans.csv" });
  const states = async () => (await shop.parcels()).map(({ tracking, status }) => [tracking, status]).sort();
  return { ...shop, one, other, upload, states };
}

it("S1-21 scans of a list move their parcels in whatever order they stand, and the same list again moves nothing", async () => {
  const { upload, states } = await travelling();
  const lines = [
    "Tracking number,Time,Status,Place",
    `${UPS},2026-11-03 09:00,delivered,Reno`,
    `${UPS.toLowerCase()},2026-11-01T10:00:00Z,in transit,`,
    `${OTHER},2026/11/2 8:05,Picked up,Austin`,
    "LP000000000CN,2026-11-02 08:00,delivered,",
    `${OTHER},2026-13-45 08:00,delivered,`,
    `${OTHER},2026-11-02 09:00,swallowed by a whale,`,
  ];
  expect(await upload(lines)).toEqual({
    ok: true,
    value: {
      counts: { recorded: 3, known: 0, unknown_word: 1, unknown_parcel: 1, from_future: 0, unreadable: 1 },
      others: [
        { line: 5, tracking: "LP000000000CN", result: "unknown_parcel" },
        { line: 6, tracking: OTHER, result: "unreadable" },
        { line: 7, tracking: OTHER, result: "unknown_word" },
      ],
    },
  });
  const moved = [
    [UPS, "delivered"],
    [OTHER, "on_its_way"],
  ].sort();
  expect(await states()).toEqual(moved);
  expect(await upload(lines)).toMatchObject({ value: { counts: { recorded: 0, known: 4 } } });
  expect(await states()).toEqual(moved);
});

it("takes a spreadsheet, refuses what is no list or lacks a column, and knows no other shop's parcels", async () => {
  const { upload, ctx, states } = await travelling();
  const sheet = madeUpSheet([
    ["运单号", "时间", "状态"],
    [UPS, "2026-11-03 09:00", "delivered"],
  ]);
  expect(await uploadScans(ctx(), { file: sheet, fileName: "scans.xlsx" })).toMatchObject({
    value: { counts: { recorded: 1 } },
  });
  expect((await states()).find(([tracking]) => tracking === UPS)).toEqual([UPS, "delivered"]);
  expect(await upload(["Tracking,Status", `${UPS},delivered`])).toEqual({
    ok: false,
    refusal: { code: "columns_missing", columns: "time" },
  });
  expect(await upload([""])).toMatchObject({ refusal: { code: "file_empty" } });
  expect(await upload(['{"a": 1}'])).toMatchObject({ refusal: { code: "bad_table" } });
  const stranger = await travelling();
  const theirs = ["tracking,time,status", "1Z999AA10123456784,2026-11-03 09:00,delivered"];
  expect(await stranger.upload(theirs)).toMatchObject({ value: { counts: { recorded: 0, unknown_parcel: 1 } } });
});

it("P-11 a return of which a part came has another parcel announced for the rest, and none once all is there", async () => {
  const { ctx, other, received, statusOf } = await travelling();
  await received(other, 1, OTHER);
  expect(await statusOf(other)).toBe("received");
  const second = { returnId: other, tracking: UPS, carrier: "UPS", isSure: false };
  expect(await announceParcel(ctx(), second)).toMatchObject({ ok: true });
  await received(other, 1, UPS);
  expect(await announceParcel(ctx(), { ...second, tracking: "LATE 1", isSure: true })).toMatchObject({
    refusal: { code: "wrong_status", status: "received" },
  });
});
