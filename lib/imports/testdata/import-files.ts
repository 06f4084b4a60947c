import type { Db } from "@/db/client";
import type { FileReport, ImportEffects, ImportWarning } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, product } from "@/lib/policy/actor";
import type { ImportCounts } from "@/lib/policy/imports/import-report";
import type { ImportRequest } from "@/lib/policy/machines/import/import-machine";
import { finishRun } from "../finish-run";
import { NO_EFFECTS } from "../foresee";
import type { ImportFile, RefusedRow } from "../import-file";
import { type ImportOf, importOf } from "../import-of";
import { insertImport, insertRefusals } from "../import-rows";
import { findImportChannel } from "../imports";
import { moveImport } from "../move-import";
import { type ImportProgress, progressOf } from "../progress";
import { recogniseImport } from "../recognise-import";
import type { Scan } from "../scan-files";
import { Tally } from "../tally";

type Import = {
  sellerId: string;
  channelId: string;
  files: readonly ImportFile[];
  actor: Actor;
  now: Date;
  /** Somebody read the warnings and goes on. */
  acceptsWarnings?: boolean;
  isWithoutAutomation?: boolean;
  /** How files that no format of ours describes are read. */
  known?: ImportOf;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
};

export type ImportResult = ImportCounts & { files: FileReport[]; warnings: ImportWarning[] };

export type ImportRefusal =
  | { code: "unknown_channel" }
  | { code: "no_files" }
  /** Every file is no report: `files` say which and why. */
  | { code: "nothing_to_import"; files: FileReport[] }
  | { code: "warnings_not_accepted"; warnings: ImportWarning[]; files: FileReport[] };

/** Says what importing these files would do – the same counts, refusals and warnings – and changes nothing. */
export async function checkFiles(
  db: Db,
  { sellerId, channelId, files, actor, now, onProgress, signal, known = REPORTS }: Import,
): Promise<Result<ImportResult & { effects: ImportEffects; refused: RefusedRow[] }, ImportRefusal>> {
  const channel = await findImportChannel(db, sellerId, channelId);
  if (!channel.ok) return channel;
  const { onReading, onWorking } = progressOf(files, onProgress);
  const refused: RefusedRow[] = [];
  const onRefused = async (rows: RefusedRow[]) => void refused.push(...rows);
  const steps = importOf(await recogniseImport(db, { sellerId, channel: channel.value, files, known }));
  const scan = await steps.scan(files, { channel: channel.value, onBytes: onReading, onRefused, signal });
  const importId = newId();
  const bytesTotal = 0;
  await withSeller(db, sellerId, (tx) =>
    insertImport(tx, { sellerId, importId, channelId, state: "checking", bytesTotal, actor, now }),
  );
  const check = { sellerId, importId, now, channel: channel.value, onBytes: onWorking, onRefused, signal };
  const { tally, effects } = await steps.check(db, scan, check);
  await moved(db, { sellerId, importId, now }, { move: "discard" });
  const told = toldBy(scan);
  const warnings = [...told.warnings, ...tally.warnings()];
  return ok({ ...tally.counts(scan.refused), effects, ...told, warnings, refused });
}

const REPORTS: ImportOf = { kind: "returns", mapping: null };

const toldBy = ({ files, warnings }: Scan) => ({ files: files.map(({ report }) => report), warnings });

/**
 * Imports report files into a mirrored channel in one go, for tests and benches: by the scan and the run of the product,
 * with a clock of the caller's, and without the worker that stores files and takes over.
 */
export async function importFiles(
  db: Db,
  input: Import,
): Promise<Result<ImportResult & { importId: string }, ImportRefusal>> {
  const { sellerId, channelId, files, actor, now } = input;
  if (files.length === 0) return refuse({ code: "no_files" });
  const found = await findImportChannel(db, sellerId, channelId);
  if (!found.ok) return found;
  const channel = found.value;
  const row = { sellerId, importId: newId() };
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  await withSeller(db, sellerId, (tx) =>
    insertImport(tx, { ...row, channelId, state: "checking", bytesTotal, actor, now }),
  );
  try {
    return await carryOut(db, input, row, channel);
  } catch (error) {
    // What had been written stands, can be seen and undone, and a second try finds it.
    for (const during of ["checking", "running"] as const)
      await moved(db, { ...row, now }, { move: "fail", during, failure: "interrupted" });
    throw error;
  }
}

const moved = (db: Db, { importId, ...one }: Row & { now: Date }, request: ImportRequest) =>
  withSeller(db, one.sellerId, (tx) => moveImport(tx, { ...one, actor: product("import") }, importId, request));

type Row = { sellerId: string; importId: string };

async function carryOut(
  db: Db,
  input: Import,
  row: Row,
  channel: ChannelRules,
): Promise<Result<ImportResult & { importId: string }, ImportRefusal>> {
  const { sellerId, files, now, signal, known = REPORTS } = input;
  const without = input.isWithoutAutomation ? { isWithoutAutomation: true } : {};
  const { onReading, onWorking, bytesDone } = progressOf(files, input.onProgress);
  const onRefused = (rows: RefusedRow[]) => withSeller(db, sellerId, (tx) => insertRefusals(tx, row, rows));
  const found = await recogniseImport(db, { sellerId, channel, files, known });
  const steps = importOf(found);
  const scan = await steps.scan(files, { channel, onBytes: onReading, onRefused, signal });
  const told = toldBy(scan);
  const stop = async <R extends ImportRefusal>(refusal: R) => {
    await moved(db, { ...row, now }, { move: "discard" });
    return refuse(refusal);
  };
  if (told.files.every(({ refusal }) => refusal !== null)) {
    return stop({ code: "nothing_to_import", files: told.files });
  }
  if (told.warnings.length > 0 && !input.acceptsWarnings) return stop({ code: "warnings_not_accepted", ...told });
  // Nothing is counted before it runs: what no row of is read is run all the same.
  const read = { ...found, ...told, ...new Tally().counts(0), columns: null, effects: NO_EFFECTS };
  await moved(db, { ...row, now }, { move: "read", found: read });
  const { isWithoutAutomation = false } = without;
  const running = await moved(db, { ...row, now }, { move: "run", acceptsWarnings: true, isWithoutAutomation });
  if (!running.ok) throw new Error(`the import does not run: ${running.refusal.code}`);
  const counts = await steps.run(db, scan, { ...row, channel, now, ...without, onBytes: onWorking, bytesDone, signal });
  await finishRun(db, { ...row, kind: found.kind, channel, counts, files: told.files, now });
  return ok({ importId: row.importId, ...counts, ...told });
}
