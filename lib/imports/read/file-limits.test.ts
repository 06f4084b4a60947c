import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { burstingGzip, endlessCell, endlessRows, twoCorners } from "../testdata/attack-files";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "limits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Read = { code: string | null; rows: number; ms: number; peakMb: number };

/** Reads a file as the worker does, in a process of its own, so that its memory can be told from the test's. */
async function readInChild(file: Buffer): Promise<Read> {
  const path = join(folder, "file");
  await writeFile(path, file);
  const child = "lib/imports/testdata/read-in-child.ts";
  const args = ["--import", "./scripts/setup/server-side.mjs", child, path];
  const { stdout } = await run(process.execPath, args, { timeout: 60_000 });
  return JSON.parse(stdout);
}

describe("a file made to fill the memory is refused by name within 5 s, below 300 MB", () => {
  it.each([
    ["a sheet with cells A1 and XFD1048576", () => twoCorners(), "spreadsheet_too_wide"],
    ["the same with a range that is a lie", () => twoCorners("A1:B2"), "spreadsheet_too_wide"],
    ["a workbook with 1.5 GB inside", () => endlessRows(1500), "unpacks_too_large"],
    ["a workbook with 1.5 GB inside that says it has 1,000 bytes", () => endlessRows(1500, 1000), "spreadsheet_file"],
    ["a gzip with 850 MB inside", () => burstingGzip(850), "unpacks_too_large"],
    ["a cell of 250 MB", () => endlessCell(250), "cell_too_long"],
  ])("%s", async (_, made, code) => {
    const file = made();
    expect(file.length).toBeLessThan(7 * 1024 * 1024);
    const read = await readInChild(file);
    expect(read).toMatchObject({ code, rows: 0 });
    expect(read.ms).toBeLessThan(5000);
    expect(read.peakMb).toBeLessThan(300);
  });
});
