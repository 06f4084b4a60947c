import { describe, expect, it } from "vitest";
import { amountIn, dayIn, yesOrNo } from "./cell";

const date = dayIn("America/Los_Angeles");

describe("a date", () => {
  it.each([
    ["05-Oct-2026", "2026-10-05", null],
    ["5-oct-2026", "2026-10-05", null],
    ["5-Oct-26", "2026-10-05", null],
    ["29-Feb-2028", "2028-02-29", null],
    ["2026-10-05", "2026-10-05", null],
    ["2026-10-05T06:59:59Z", "2026-10-04", "2026-10-05T06:59:59Z"],
    ["2026-10-05T07:00:00Z", "2026-10-05", "2026-10-05T07:00:00Z"],
    ["2026-10-05T23:30:00-07:00", "2026-10-05", "2026-10-06T06:30:00Z"],
    ["2026-10-05T23:30:00", "2026-10-05", null],
  ])("%s is %s", (text, on, at) => {
    expect(date(text)).toEqual({ ok: true, value: { on, at } });
  });

  it.each(["2026/7/10", "7/10/2026", "10.07.2026", "2026-7-10", "10-Jul", "45123", "45123.5", "2026年7月10日"])(
    "%s was rewritten by a spreadsheet",
    (text) => {
      expect(date(text)).toEqual({ ok: false, refusal: { code: "damaged_date" } });
    },
  );

  it.each([
    "28-Foo-2026",
    "30-Feb-2026",
    "10-Okt-2026",
    "2026-13-01",
    "01-Jan-1026",
    "2026-10-05T25:00:00Z",
    "soon",
    "7",
  ])("%s is none", (text) => {
    expect(date(text)).toEqual({ ok: false, refusal: { code: "not_a_date" } });
  });
});

describe("an amount", () => {
  it.each([
    ["21.38", 2138],
    ["0.0", 0],
    ["7", 700],
    ["12.500", 1250],
  ])("%s is %d cents", (text, cents) => {
    expect(amountIn("USD")(text)).toEqual({ ok: true, value: cents });
  });

  it.each([
    ["1.234,50", "decimal_comma"],
    ["1234,5", "decimal_comma"],
    ["1,234", "thousands_separator"],
    ["$5.00", "not_a_number"],
    ["1e3", "not_a_number"],
    ["1,5x", "not_a_number"],
    ["- 5", "negative"],
  ])("%s is refused as %s", (text, code) => {
    expect(amountIn("USD")(text)).toEqual({ ok: false, refusal: { code } });
  });
});

it("yes and no come in six words", () => {
  expect(["Y", "yes", "TRUE", "N", "No", "false"].map((word) => yesOrNo(word))).toEqual(
    [true, true, true, false, false, false].map((value) => ({ ok: true, value })),
  );
});
