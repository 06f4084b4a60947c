import { openBytes } from "./byte-source";
import { FileStopped } from "./file-stopped";
import { openReport } from "./open-report";
import { type Reading, readTable, type Table } from "./read-table";
import type { ReadResult } from "./words/report-row";

type Input = {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** The channel's: every amount is read with it, but those with a currency beside them. */
  currency: string;
} & Partial<Pick<Reading, "timeZone" | "mapped">>;

/**
 * Recognises a report of returns or orders, or takes any other table as its mapping says, and reads it row by row,
 * holding one piece of 256 KiB at a time (of a spreadsheet its packed bytes). A file that is none is refused whole; a bad row is
 * an event of its own. The caller must read `rows` or call its `return()`.
 */
export async function readReport(input: Input): Promise<ReadResult> {
  const { name: file, bytes, currency, timeZone = "UTC", mapped = null } = input;
  const context = { file, currency, timeZone, mapped };
  const stopped = (error: unknown) => {
    if (error instanceof FileStopped) return { ok: false as const, refusal: error.refusal };
    throw error;
  };
  const source = await openBytes(bytes).catch(stopped);
  if ("refusal" in source) return source;
  const opened = await openReport(source, context).catch((error) => ({ result: stopped(error) }));
  const result = "table" in opened ? await readTable(opened.table, context) : opened.result;
  if (!result.ok) await source.chunks.return(undefined);
  return result;
}

/** The lines of a file that only a mapping can read; null for a report that we know, and for what is no table. */
export async function tableOf({ name, bytes }: Pick<Input, "name" | "bytes">): Promise<Table | null> {
  const source = await openBytes(bytes);
  const opened = await openReport(source, { file: name, currency: "USD", timeZone: "UTC", mapped: null });
  if ("table" in opened) return opened.table;
  if (opened.result.ok) await opened.result.rows.return(undefined);
  await source.chunks.return(undefined);
  return null;
}
