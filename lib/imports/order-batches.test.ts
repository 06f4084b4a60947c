import { describe, expect, it } from "vitest";
import { orderBatches } from "./order-batches";
import { returnsTask } from "./returns-task";
import { scanFiles } from "./scan-files";
import { fileOf } from "./testdata/made-up-file";
import { type MadeUpCells, madeUpReport } from "./testdata/made-up-report";

const order = (number: number, cells: MadeUpCells = {}): MadeUpCells => ({
  "Order ID": `111-0000000-000000${number}`,
  ...cells,
});
const channel = { currency: "USD", timeZone: "UTC", marketplace: "amazon" as const, mode: "mirrored" as const };
const task = returnsTask(null);
const ignore = { onBytes: () => undefined, onRefused: async () => undefined };

async function batchesOf(rows: MadeUpCells[], batchRows: number): Promise<string[][]> {
  const scan = await scanFiles(task, [fileOf(madeUpReport(rows))], { channel, ...ignore });
  const [scanned] = scan.files;
  if (!scanned) throw new Error("nothing scanned");
  const batches: string[][] = [];
  for await (const batch of orderBatches(task, scanned, { channel, ...ignore, batchRows }))
    batches.push(batch.map(({ orderNumber }) => orderNumber.slice(-1)));
  return batches;
}

describe("the batches of a file", () => {
  it("hold all rows of an order together, however far apart they stand", async () => {
    const rows = [order(1), order(2), order(3), order(1, { "Order date": "broken" }), order(2), order(4), order(1)];
    expect(await batchesOf(rows, 2)).toEqual([
      ["3", "2", "2"],
      ["4", "1", "1"],
    ]);
  });

  it("are as long as they may be, and the last one shorter", async () => {
    expect(
      await batchesOf(
        [1, 2, 3, 4, 5].map((number) => order(number)),
        2,
      ),
    ).toEqual([["1", "2"], ["3", "4"], ["5"]]);
    expect(await batchesOf([], 2)).toEqual([]);
  });
});

describe("a scan", () => {
  it("puts older files first, and says of each what it is", async () => {
    const later = fileOf(madeUpReport([order(1), { "Order date": "the 1st" }]), "later.txt", new Date("2026-07-02"));
    const earlier = fileOf("{}", "earlier.json", new Date("2026-07-01"));
    const scan = await scanFiles(task, [later, earlier], { channel, ...ignore });
    expect(scan.files.map(({ report }) => [report.name, report.format, report.rows, report.refusal?.code])).toEqual([
      ["earlier.json", null, 0, "json_file"],
      ["later.txt", "amazon_flat", 2, undefined],
    ]);
    expect(scan.refused).toBe(1);
  });
});
