import { madeUpZip, type ZipPart } from "./made-up-zip";

type Cell = string | number | { serialDay: number };

type Rows = readonly (readonly Cell[])[];

/** The bytes of an .xlsx file, its sheets by name: texts, numbers as they are written, and days as spreadsheets keep them. */
export function madeUpSheet(
  rows: Rows,
  others: Readonly<Record<string, Rows>> = {},
  /** Parts that are there as well, or in place of those made of the rows. */
  parts: Readonly<Record<string, string | ZipPart>> = {},
): Buffer {
  const sheets = Object.entries({ Sheet1: rows, ...others }).map(([name, cells], index) => {
    return { name, cells, number: index + 1, file: `worksheets/sheet${index + 1}.xml` };
  });
  const types = sheets.map(
    ({ file }) =>
      `<Override PartName="/xl/${file}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const listed = sheets.map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`);
  const related = sheets.map(
    ({ number, file }) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="${file}"/>`,
  );
  return madeUpZip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join("")}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rIdStrings" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ file, cells }) => [`xl/${file}`, worksheetOf(cells)])),
    ...parts,
  });
}

const worksheetOf = (rows: Rows): string => {
  const lines = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((cell, at) => cellOf(cell, `${letterOf(at)}${index + 1}`)).join("")}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
};

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const letterOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function cellOf(cell: Cell, place: string): string {
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="1"><v>${cell.serialDay}</v></c>`;
}
