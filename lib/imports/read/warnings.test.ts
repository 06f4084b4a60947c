import { expect, it } from "vitest";
import { madeUpReport, readAll } from "../testdata/made-up-report";
import { looksLikeChannel, orderNumberPatternOf } from "./warnings";

const rows = async (cells: Record<string, string>[]) =>
  (await readAll(madeUpReport(cells))).rows.map(({ orderNumber, labelCurrency: currency }) => ({
    orderNumber,
    currency,
  }));
const amazonUs = { orderNumberPattern: orderNumberPatternOf("amazon"), currency: "USD" };
const pounds = { "Currency code": "GBP" };

it("has no doubt about a file of the channel, nor about one without currencies", async () => {
  expect(looksLikeChannel(await rows([{}, {}]), amazonUs)).toEqual([]);
  expect(looksLikeChannel(await rows([{ "Currency code": " " }]), amazonUs)).toEqual([]);
  expect(looksLikeChannel([], amazonUs)).toEqual([]);
});

it("doubts a file whose labels are mostly in another currency", async () => {
  expect(looksLikeChannel(await rows([pounds, {}]), amazonUs)).toEqual([]);
  expect(looksLikeChannel(await rows([pounds, {}, pounds]), amazonUs)).toEqual([
    { code: "other_currency", expected: "USD", found: "GBP", rows: 2, of: 3 },
  ]);
});

it("doubts a file whose order numbers are mostly another marketplace's", async () => {
  const aliexpress = { orderNumberPattern: orderNumberPatternOf("aliexpress"), currency: "USD" };
  const file = await rows([{ "Order ID": "8123456789012345" }, { "Order ID": "8123456789012346" }, {}]);
  expect(looksLikeChannel(file, aliexpress)).toEqual([]);
  expect(looksLikeChannel(file, amazonUs)).toEqual([
    { code: "other_order_numbers", example: "8123456789012345", rows: 2, of: 3 },
  ]);
  expect(looksLikeChannel(file, { ...amazonUs, orderNumberPattern: orderNumberPatternOf("own_shop") })).toEqual([]);
});
