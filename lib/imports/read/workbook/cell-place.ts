export type CellPlace = { row: number; column: number };

/** The last row and column that any spreadsheet has. */
const LAST: CellPlace = { row: 1_048_576, column: 16_384 };

/** B7 as its row and column, both from 1; null for what is no place in a sheet. */
export function cellPlace(ref: string): CellPlace | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return row > 0 && row <= LAST.row && column <= LAST.column ? { row, column } : null;
}

/** How many rows and columns a range such as A1:AG20 spans. */
export function rangeSize(range: string): { rows: number; columns: number } {
  const [from, to = from] = range.split(":").map(cellPlace);
  return from && to ? { rows: to.row - from.row + 1, columns: to.column - from.column + 1 } : { rows: 1, columns: 1 };
}
