import { describe, expect, test } from "vitest";
import { keysOf, searchKey } from "./search-key";

describe("searchKey", () => {
  test.each([
    ["114-7628937-8876142", "114-7628937-8876142"],
    ["  d9kt rrma\t", "D9KTRRMA"],
    ["ｒｍａ－１０４８２－７", "RMA-10482-7"],
    ["114–7628937—8876142", "114-7628937-8876142"],
    ["\uFEFF1Z999\u200B", "1Z999"],
    ["李娜", "李娜"],
    ["   ", ""],
  ])("%j reads as %j", (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  test("is the same when it is read twice", () => {
    const once = searchKey("ﬁn ß – ｘ");
    expect(searchKey(once)).toBe(once);
  });
});

test("S1-10 a return is found by its numbers with and without the R, by item and by any part of the buyer's name", () => {
  const keys = keysOf({
    number: 10482,
    rma: "rma-10482-7",
    channelRma: "DkT1",
    orderNumber: "114-7628937-8876142",
    tracking: ["1z 999", null],
    skus: ["ELEC-63", "ELEC-63"],
    asins: [null],
    buyerName: "Maria  de Souza",
  });
  expect(keys.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "number R-10482",
    "number 10482",
    "rma RMA-10482-7",
    "channel_rma DKT1",
    "order 114-7628937-8876142",
    "tracking 1Z999",
    "sku ELEC-63",
    "buyer MARIADESOUZA",
    "buyer DESOUZA",
    "buyer SOUZA",
  ]);
});
