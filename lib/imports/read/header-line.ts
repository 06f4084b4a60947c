import { isKnownColumn } from "../guess-columns";
import type { FlatLine } from "./flat-rows";
import { columnNames } from "./read-table";

/** Titles, notes and merged groups stand above a header; so far down it is looked for. */
const LOOKED_AT = 12;

type Found = { at: number; header: string[]; known: number };

/**
 * The header of a table by its first lines. Above it may stand a title or the names of groups of columns: it is the
 * first line with all columns that somebody told, else the one with the most names we know, else the first with more
 * than one cell. Where a cell of it is empty because the one above is merged with it, that one names the column.
 */
export function findHeader(start: readonly FlatLine[], told: readonly string[]): Found {
  const lines = start.slice(0, LOOKED_AT).map((_, at): Found => {
    const header = namesAt(start, at);
    return { at, header, known: header.filter(isKnownColumn).length };
  });
  const asTold = lines.find(({ header }) => told.length > 0 && hasAll(header, told));
  if (asTold) return { ...asTold, known: Number.POSITIVE_INFINITY };
  const most = Math.max(...lines.map(({ known }) => known));
  const found = lines.find(({ header, known }) => (most > 1 ? known === most : filled(header) > 1));
  return found ?? lines[0] ?? { at: 0, header: [], known: 0 };
}

const hasAll = (header: readonly string[], told: readonly string[]): boolean => {
  const names = columnNames(header);
  return told.every((name) => names.includes(name));
};

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;

function namesAt(start: readonly FlatLine[], at: number): string[] {
  const cells = start[at]?.cells ?? [];
  const above = start[at - 1]?.cells ?? [];
  // One filled cell above is a title, and names no column.
  if (filled(above) < 2) return cells;
  return Array.from({ length: Math.max(cells.length, above.length) }, (_, index) => {
    const cell = cells[index] ?? "";
    return cell.trim() === "" ? (above[index] ?? "") : cell;
  });
}

/** Parts a table into its header and the lines under it; null where it has no line at all. */
export async function splitHeader(
  lines: AsyncGenerator<FlatLine>,
  told: readonly string[],
): Promise<{ header: string[]; lines: AsyncGenerator<FlatLine> } | null> {
  const start = await takeFirst(lines);
  if (start.length === 0) return null;
  const { at, header } = findHeader(start, told);
  return { header, lines: followedBy(start.slice(at + 1), lines) };
}

/** As many lines from the beginning, which are then read. */
export async function takeFirst(lines: AsyncGenerator<FlatLine>, count = LOOKED_AT): Promise<FlatLine[]> {
  const start: FlatLine[] = [];
  while (start.length < count) {
    const next = await lines.next();
    if (next.done) break;
    start.push(next.value);
  }
  return start;
}

/** The lines among which a header is looked for, and no more of the table. */
export async function firstLines(lines: AsyncGenerator<FlatLine>): Promise<FlatLine[]> {
  try {
    return await takeFirst(lines);
  } finally {
    await lines.return(undefined);
  }
}

/** Some lines, and then those that are still to be read. */
export async function* followedBy(
  first: readonly FlatLine[],
  rest: AsyncGenerator<FlatLine>,
): AsyncGenerator<FlatLine> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
