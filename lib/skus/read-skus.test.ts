import { expect, test } from "vitest";
import { readSkus } from "./read-skus";
import { SKU_FILE_BYTES } from "./sku-file";

const FILE = Buffer.from("SKU,automation\nBED-1,manual\n");
const READ = { ok: true, value: [{ line: 2, cells: { sku: "BED-1", automation: "manual" } }] };

/** As large as one may be: no machine reads it within a millisecond. */
const LARGE = Buffer.from(`SKU\n${'"a",'.repeat(SKU_FILE_BYTES / 4 - 2)}`);

test("a file is read beside the process that answers, which goes on meanwhile", async () => {
  let turns = 0;
  const turning = setInterval(() => turns++, 5);
  const read = await readSkus(LARGE);
  clearInterval(turning);
  expect(read.ok).toBe(true);
  expect(turns).toBeGreaterThan(10);
});

test("one that takes too long is refused, and the next one is read", async () => {
  const ended = readSkus(LARGE, 0.001);
  const behind = readSkus(FILE);
  expect(await ended).toEqual({ ok: false, refusal: { code: "takes_too_long" } });
  expect(await behind).toEqual(READ);
});
