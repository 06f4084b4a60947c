import { describe, expect, it } from "vitest";
import { sheetOf, sheetXml } from "../testdata/attack-files";
import { inPieces } from "../testdata/made-up-report";
import { madeUpSheet } from "../testdata/made-up-sheet";
import { madeUpZip, packedOften, zipOf } from "../testdata/made-up-zip";
import { FileStopped } from "./file-stopped";
import { openSheets } from "./sheet";
import { isDayFormat } from "./workbook/day-styles";

async function* buffers(file: Buffer) {
  for await (const piece of inPieces(file, 500)) yield Buffer.from(piece);
}

async function linesOf(file: Buffer, decimal: "." | "," = ".") {
  const opened = await openSheets(buffers(file), decimal);
  if (!opened.ok) return opened.refusal.code;
  const lines: Record<string, [number, ...string[]][]> = {};
  try {
    for (const { sheet, lines: read } of opened.value) {
      const of: [number, ...string[]][] = [];
      for await (const { line, cells } of read()) of.push([line, ...cells]);
      lines[sheet] = of;
    }
  } catch (error) {
    if (error instanceof FileStopped) return error.refusal.code;
    throw error;
  }
  return lines;
}

const STRINGS = (items: string) => ({ "xl/sharedStrings.xml": `<sst>${items}</sst>` });

describe("a workbook", () => {
  it("has the texts of its table, without how they are spoken, in runs and with escaped characters", async () => {
    const cells = [0, 1, 2, 9].map((at) => `<c t="s"><v>${at}</v></c>`).join("");
    const strings = STRINGS(
      "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si><si><r><t>two </t></r><r><t>runs</t></r></si><si><t>a_x000D_b_x005F_x</t></si>",
    );
    expect(await linesOf(sheetOf(sheetXml(`<row>${cells}</row>`), strings))).toEqual({
      Sheet1: [[1, "東京", "two runs", "a\rb_x"]],
    });
  });

  it("has numbers, words and errors as they lie there, and formulas by their values", async () => {
    const cells =
      '<c r="B2"><v>21.379999999999999</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>' +
      '<c r="E2" t="str"><f>A1&amp;"x"</f><v>one</v></c><c r="G2" t="inlineStr"><is><t> x </t></is></c><c r="H2" s="1"/>';
    const sheet = sheetOf(sheetXml(`<row r="1"/><row r="2">${cells}</row>`));
    expect(await linesOf(sheet, ",")).toEqual({ Sheet1: [[2, "", "21,38", "true", "#N/A", "one", "", " x "]] });
  });

  it.each([
    ["", ["2026-07-10", "2026-07-10T12:00:00", "46213.5"]],
    ['<workbookPr date1904="1"/>', ["2030-07-11", "2030-07-11T12:00:00", "46213.5"]],
  ])("shows numbers as days by their style, counted from its own first day %s", async (pr, expected) => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const cells = '<c s="1"><v>46213</v></c><c s="2"><v>46213.5</v></c><c s="0"><v>46213.5</v></c>';
    const file = sheetOf(sheetXml(`<row>${cells}</row>`), {
      "xl/styles.xml": styles,
      "xl/workbook.xml": `<workbook>${pr}<sheets><sheet name="Sheet1" r:id="rId1"/></sheets></workbook>`,
    });
    expect(await linesOf(file)).toEqual({ Sheet1: [[1, ...expected]] });
  });

  it("is found by its relations, whatever its parts are called and whatever prefix its tags have", async () => {
    const file = madeUpZip({
      "_rels/.rels": `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/other/book.xml"/></Relationships>`,
      "other/book.xml": `<x:workbook><x:sheets><x:sheet name="Two" r:id="r2"/><x:sheet name="One" r:id="r1"/><x:sheet name="Chart" r:id="r3"/></x:sheets></x:workbook>`,
      "other/_rels/book.xml.rels":
        '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="a.xml"/><Relationship Id="r2" Type="http://x/worksheet" Target="../b.xml"/>' +
        '<Relationship Id="r3" Type="http://x/chartsheet" Target="c.xml"/></Relationships>',
      "other/a.xml": `<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      "b.xml": sheetXml(`<row><c><v>2</v></c></row>`),
    });
    expect(await linesOf(file)).toEqual({ Two: [[1, "2"]], One: [[1, "1"]] });
  });

  it("is read whatever it says of its range, where a stray cell without a value lies far out", async () => {
    const row = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`;
    expect(await linesOf(sheetOf(sheetXml(row, "A1:T1048576")))).toEqual({ Sheet1: [[1, "1"]] });
  });

  it("keeps a broken character in its cell, whose row is refused by it", async () => {
    const row = `<row><c t="inlineStr"><is><t>a\u0000b</t></is></c></row>`;
    expect(await linesOf(sheetOf(sheetXml(row)))).toEqual({ Sheet1: [[1, "a\u0000b"]] });
  });

  const text = { packed: packedOften(Buffer.from("<a/>"), 1), unpackedSize: 4 };
  it.each([
    ["a document type", sheetOf(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml("")}`), "spreadsheet_file"],
    ["tags in each other without end", sheetOf(`<worksheet>${"<a>".repeat(100)}`), "spreadsheet_file"],
    ["rows that go back", sheetOf(sheetXml('<row r="2"/><row r="1"/>')), "spreadsheet_file"],
    ["a cell in no column there can be", sheetOf(sheetXml('<row><c r="ZZZ1"><v>1</v></c></row>')), "spreadsheet_file"],
    [
      "a part that comes twice",
      zipOf([
        ["a.xml", "x"],
        ["a.xml", "x"],
      ]),
      "spreadsheet_file",
    ],
    ["an encrypted part", sheetOf({ ...text, isEncrypted: true }), "spreadsheet_file"],
    ["no sheet at all", madeUpZip({ "a.txt": "x" }), "spreadsheet_file"],
    ["half of its bytes", madeUpSheet([["a"]]).subarray(0, 700), "spreadsheet_file"],
    ["10 MB and more", Buffer.alloc(10 * 1024 * 1024 + 1), "spreadsheet_too_large"],
    ["thousands of parts", zipOf(Array.from({ length: 2001 }, (_, at) => [`${at}`, ""])), "spreadsheet_too_large"],
  ])("is refused by name with %s", async (_, file, code) => {
    expect(await linesOf(file)).toBe(code);
  });

  it("is refused with more than 5 million cells, its empty ones counted", async () => {
    const row = '<row><c r="ALL1"><v>1</v></c></row>';
    expect(await linesOf(sheetOf(sheetXml(row.repeat(5001))))).toBe("spreadsheet_too_large");
  });

  it("is refused where it is damaged below its first lines", async () => {
    const rows = { before: "<worksheet><sheetData>", after: "</sheetData>" };
    const packed = packedOften(Buffer.from('<row><c t="str"><v>abc</v></c></row>'.repeat(5000)), 30, rows);
    packed.fill(255, packed.length - 400);
    expect(await linesOf(sheetOf({ packed, unpackedSize: 5_400_000 }))).toBe("spreadsheet_file");
  });
});

describe("a number format", () => {
  it.each([
    ["dd/mm/yyyy", true],
    ["[$-409]d-mmm-yy;@", true],
    ["[h]:mm:ss", true],
    ["mm:ss.0", true],
    ["General", false],
    ["0.00", false],
    ['#,##0.00 "days"', false],
    ["[Red]0", false],
    ["0.00E+00", false],
    ["_-* #,##0.00 _d_-", false],
    ["\\d0", false],
    ["@", false],
  ])("%s shows a day: %s", (code, isDay) => {
    expect(isDayFormat(code)).toBe(isDay);
  });
});
