import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { SmallTable, SmallTableRefusal } from "../table-cells";
import { openBytes } from "./byte-source";
import { FileStopped } from "./file-stopped";
import { openReport } from "./open-report";
import type { Table } from "./read-table";

const ROWS_AT_MOST = 20_000;

/** Reads a CSV or XLSX file, or says why it is none that anybody could read. */
export async function readSmallTable(name: string, bytes: Uint8Array): Promise<Result<SmallTable, SmallTableRefusal>> {
  if (bytes.length === 0) return refuse({ code: "file_empty" });
  try {
    const source = await openBytes(pieces(bytes));
    const opened = await openReport(source, { file: name, currency: "USD", timeZone: "UTC", mapped: null });
    if ("table" in opened) return await linesOf(opened.table);
    if (opened.result.ok) await opened.result.rows.return(undefined);
    await source.chunks.return(undefined);
    return refuse({
      code: !opened.result.ok && opened.result.refusal.code === "empty_file" ? "file_empty" : "bad_table",
    });
  } catch (error) {
    if (error instanceof FileStopped)
      return refuse({ code: error.refusal.code === "takes_too_long" ? "takes_too_long" : "bad_table" });
    throw error;
  }
}

async function linesOf({ header, lines, end }: Table): Promise<Result<SmallTable, SmallTableRefusal>> {
  const kept: { line: number; cells: string[] }[] = [];
  for await (const { line, cells, fault } of lines) {
    if (fault) return refuse({ code: "bad_table" });
    if (kept.length === ROWS_AT_MOST) return refuse({ code: "too_many_rows", limit: ROWS_AT_MOST });
    kept.push({ line, cells });
  }
  if (end.fault()) return refuse({ code: "bad_table" });
  return kept.length === 0 ? refuse({ code: "file_empty" }) : ok({ header, lines: kept });
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
