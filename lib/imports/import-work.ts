import type { Db, Tx } from "@/db/client";
import type { OpenedFile } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { refusalOf } from "@/lib/platform/failure";
import { log } from "@/lib/platform/log";
import { LostLease } from "@/lib/platform/queue/lease";
import type { Handler } from "@/lib/platform/queue/work";
import { product } from "@/lib/policy/actor";
import { isInRun, isUnderWay } from "@/lib/policy/machines/import/statuses";
import { finishRun } from "./finish-run";
import type { RefusedRow } from "./import-file";
import { importOf } from "./import-of";
import { clearRefusals, insertRefusals, tellProgress } from "./import-rows";
import { findImport, findImportChannel, type ImportRow } from "./imports";
import { markedFiles } from "./marked-files";
import { moveImport } from "./move-import";
import { progressOf } from "./progress";
import { columnsToMap } from "./read-columns";
import { recogniseImport } from "./recognise-import";
import { removeStoredFiles, storedFiles } from "./stored-files";

const ATTEMPTS = 5;

/** The import was discarded or finished elsewhere while this was at work. */
class Overtaken extends Error {
  override name = "Overtaken";
}

/** Continues an import that was uploaded: its check, in which no file may take longer than that, or its run once somebody confirmed it. */
export const importWork =
  (dataDir: string, secondsAtMost?: number): Handler =>
  async (db, { sellerId, id: importId, attempt, signal, fence }) => {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row || !isUnderWay(row.state)) return;
    try {
      // A file that brings every worker down comes back without an error of its own.
      if (attempt > ATTEMPTS) throw new Error("the import was given up after too many attempts");
      const step = isInRun(row.state) ? run : check;
      await step(db, { sellerId, importId, dataDir, row, signal, fence, secondsAtMost });
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (attempt < ATTEMPTS || signal.aborted || error instanceof LostLease) throw error;
      const { code, reference } = refusalOf(error, "import");
      const failed = { move: "fail", during: row.state, failure: `${code} ${reference}` } as const;
      await withSeller(db, sellerId, (tx) => moveImport(tx, actingIn(sellerId), importId, failed));
    }
  };

type Step = {
  sellerId: string;
  importId: string;
  dataDir: string;
  row: ImportRow;
  signal: AbortSignal;
  fence: (tx: Tx) => Promise<void>;
  secondsAtMost: number | undefined;
};

const actingIn = (sellerId: string) => ({ sellerId, actor: product("import"), now: new Date() });

async function prepare(db: Db, step: Step) {
  const { sellerId, importId, row, fence } = step;
  const channel = await findImportChannel(db, sellerId, row.channelId);
  if (!channel.ok) throw new Error(`the channel of an import is gone: ${channel.refusal.code}`);
  const files = storedFiles(step, row.files);
  const progress = progressOf(files);
  const tell = (values: Parameters<typeof tellProgress>[3]) =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      if (!(await tellProgress(tx, { sellerId, importId }, row.state, values))) throw new Overtaken();
    });
  const onStep = () => tell({ bytesDone: progress.bytesDone() });
  return { channel: channel.value, files, progress, tell, onStep };
}

async function check(db: Db, step: Step): Promise<void> {
  const { sellerId, importId, row, signal, fence } = step;
  const { channel, files: stored, progress, tell, onStep } = await prepare(db, step);
  const mark = (opened: OpenedFile) => tell({ opened });
  const files = markedFiles(stored, { known: row.files, opened: row.opened, mark });
  await withSeller(db, sellerId, (tx) => clearRefusals(tx, { sellerId, importId }));
  const onRefused = (rows: RefusedRow[]) =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      await insertRefusals(tx, { sellerId, importId }, rows);
    });
  const onStopped = (file: string) =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      await clearRefusals(tx, { sellerId, importId }, file);
    });
  const known = { kind: row.kind, mapping: row.mapping };
  const found = await recogniseImport(db, { sellerId, channel, files, known });
  const columns = await columnsToMap(files);
  const steps = importOf(found);
  const scan = await steps.scan(files, {
    channel,
    onBytes: progress.onReading,
    onRefused,
    onStopped,
    onStep,
    signal,
    secondsAtMost: step.secondsAtMost,
  });
  const { tally, effects } = await steps.check(db, scan, {
    sellerId,
    importId,
    now: new Date(),
    channel,
    onBytes: progress.onWorking,
    onRefused,
    onBatch: onStep,
    signal,
  });
  await withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    const told = { files: scan.files.map(({ report }) => report), warnings: [...scan.warnings, ...tally.warnings()] };
    const read = { ...found, ...told, ...tally.counts(scan.refused), columns, effects };
    await moveImport(tx, actingIn(sellerId), importId, { move: "read", found: read });
  });
}

async function run(db: Db, step: Step): Promise<void> {
  const { sellerId, importId, row, signal, fence } = step;
  const { channel, files, progress, onStep } = await prepare(db, step);
  const now = new Date();
  // What is refused was kept by the check.
  const onRefused = async () => undefined;
  const { kind, mapping, isWithoutAutomation } = row;
  const steps = importOf({ kind, mapping });
  const scan = await steps.scan(files, { channel, onBytes: progress.onReading, onRefused, onStep, signal });
  const { onWorking: onBytes, bytesDone } = progress;
  const counts = await steps.run(db, scan, {
    sellerId,
    importId,
    channel,
    now,
    isWithoutAutomation,
    onBytes,
    bytesDone,
    fence,
    signal,
  });
  await finishRun(db, { sellerId, importId, kind, channel, counts, files: row.files, now });
  await removeStoredFiles(step);
  log.info({ sellerId, importId, kind, ms: Date.now() - now.getTime() }, "an import is in");
}
