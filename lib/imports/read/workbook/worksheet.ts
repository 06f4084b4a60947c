import { FileStopped } from "../file-stopped";
import type { FlatLine } from "../flat-rows";
import { cellPlace, rangeSize } from "./cell-place";
import { CellText } from "./cell-text";
import { type RawCell, textOfCell, type Workbook } from "./cell-value";
import { readXml } from "./read-xml";
import { damagedWorkbook } from "./zip-parts";

/** No list has as many; a cell far out would make every row as wide. */
const MAX_COLUMNS = 1000;
/** Counted as wide as each row is, with its empty cells. */
const MAX_CELLS = 5_000_000;

const tooWide = () => new FileStopped({ code: "spreadsheet_too_wide" });

/** The lines of one sheet that have something, as they come; a cell without a value is none, wherever it stands. */
export async function* worksheetLines(xml: AsyncIterable<string>, workbook: Workbook): AsyncGenerator<FlatLine> {
  const lines: FlatLine[] = [];
  const text = new CellText();
  let line: FlatLine = { line: 0, cells: [] };
  let column = 0;
  let cell: RawCell | null = null;
  let isSpoken = false;
  let isValue = false;
  let count = 0;

  const startRow = (named: string | undefined) => {
    const row = named === undefined ? line.line + 1 : Number(named);
    if (!cellPlace(`A${row}`) || row <= line.line) throw damagedWorkbook();
    line = { line: row, cells: [] };
    column = 0;
  };
  const startCell = ({ r, t, s }: Readonly<Record<string, string>>) => {
    column = r === undefined ? column + 1 : (cellPlace(r)?.column ?? 0);
    if (column === 0) throw damagedWorkbook();
    cell = { type: t ?? "n", style: Number(s ?? -1), value: "" };
  };
  const endCell = () => {
    const value = cell ? textOfCell({ ...cell, value: text.take() }, workbook) : "";
    cell = null;
    if (value === "") return;
    if (column > MAX_COLUMNS) throw tooWide();
    while (line.cells.length < column) line.cells.push("");
    line.cells[column - 1] = value;
  };
  const endRow = () => {
    count += line.cells.length;
    if (count > MAX_CELLS) throw new FileStopped({ code: "spreadsheet_too_large" });
    if (line.cells.some((one) => one.trim() !== "")) lines.push(line);
  };

  const pieces = readXml(xml, {
    open: (name, attributes) => {
      if (name === "dimension") refuseByRange(attributes.ref ?? "");
      else if (name === "row") startRow(attributes.r);
      else if (name === "c") startCell(attributes);
      else if (name === "rPh") isSpoken = true;
      isValue = cell !== null && !isSpoken && (name === "v" || name === "t");
    },
    text: (piece) => {
      if (isValue) text.add(piece);
    },
    close: (name) => {
      isValue = false;
      if (name === "c") endCell();
      else if (name === "row") endRow();
      else if (name === "rPh") isSpoken = false;
    },
  });
  for await (const _ of pieces) yield* lines.splice(0);
}

/** What a sheet says of its own range is believed only where no list is like that: a stray format far below is common. */
function refuseByRange(range: string): void {
  const { rows, columns } = rangeSize(range);
  if (columns > MAX_COLUMNS && rows * columns > MAX_CELLS) throw tooWide();
}
