import { expect, it } from "vitest";
import { readCountries } from "./read-countries";
import { madeUpSheet } from "./testdata/made-up-sheet";

const read = (lines: readonly string[]) => readCountries(Buffer.from(lines.join("\n")), "countries.csv");

it("S0-25 S0-27 S0-28 reads countries by code and name, ways in both languages, and what is not filled in as nothing", async () => {
  const rows = [
    { country: "ES", method: "drop_off", carrier: "Correos", site: "", phone: "+34 915", warehouse: "Calle 1, Madrid" },
    { country: "MX", method: "pick_up", carrier: "", site: "", phone: "", warehouse: "" },
    { country: "PL", method: "drop_off", carrier: "", site: "", phone: "", warehouse: "" },
  ];
  const csv = [
    "Country,Method,Carrier,Phone,Warehouse",
    'es,Drop-off,Correos,\'+34 915,"Calle 1, Madrid"',
    "Mexico,pick up,,,",
    "波兰,,,,",
  ];
  expect(await read(csv)).toEqual({ ok: true, value: { rows, problems: [] } });
  const sheet = madeUpSheet([
    ["国家", "交寄方式"],
    ["墨西哥", "上门取件"],
  ]);
  expect(await readCountries(sheet, "countries.xlsx")).toEqual({
    ok: true,
    value: { rows: [rows[1]], problems: [] },
  });
});

it("names line and field of each wrong cell, and hands on no row of such a file", async () => {
  const long = "9".repeat(51);
  const wrong = ["country,method,phone", "ES,,", "Atlantis,,", "Spain,drone,", `MX,,${long}`];
  expect(await read(wrong)).toEqual({
    ok: true,
    value: {
      rows: [],
      problems: [
        { line: 3, column: "country", code: "unknown", text: "Atlantis" },
        { line: 4, column: "country", code: "twice", text: "Spain" },
        { line: 4, column: "method", code: "unknown", text: "drone" },
        { line: 5, column: "phone", code: "too_long", text: long },
      ],
    },
  });
});

it("refuses what is no table, has no countries in it, or is empty", async () => {
  expect(await read(["carrier,phone", "Correos,1"])).toMatchObject({ refusal: { code: "columns_missing" } });
  expect(await read([""])).toMatchObject({ ok: false });
  expect(await readCountries(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "x.xlsx")).toMatchObject({ ok: false });
});
