import type { Db, Tx } from "@/db/client";
import type { OpenedFile } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { refusalOf } from "@/lib/platform/failure";
import { log } from "@/lib/platform/log";
import { LostLease } from "@/lib/platform/queue/lease";
import type { Handler } from "@/lib/platform/queue/work";
import { findImportChannel } from "./find-import-channel";
import { finishRun } from "./finish-run";
import type { RefusedRow } from "./import-file";
import { importOf } from "./import-of";
import { clearRefusals, insertRefusals, updateImport } from "./import-rows";
import { findImport, type ImportRow } from "./imports";
import { markedFiles } from "./marked-files";
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
    if (!row || (row.state !== "checking" && row.state !== "running")) return;
    try {
      // A file that brings every worker down comes back without an error of its own.
      if (attempt > ATTEMPTS) throw new Error("the import was given up after too many attempts");
      const step = row.state === "checking" ? check : run;
      await step(db, { sellerId, importId, dataDir, row, signal, fence, secondsAtMost });
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (attempt < ATTEMPTS || signal.aborted || error instanceof LostLease) throw error;
      const { code, reference } = refusalOf(error, "import");
      await withSeller(db, sellerId, (tx) =>
        updateImport(tx, { sellerId, importId }, row.state, { state: "failed", failure: `${code} ${reference}` }),
      );
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

async function prepare(db: Db, step: Step, state: "checking" | "running") {
  const { sellerId, importId, row, fence } = step;
  const channel = await findImportChannel(db, sellerId, row.channelId);
  if (!channel.ok) throw new Error(`the channel of an import is gone: ${channel.refusal.code}`);
  const files = storedFiles(step, row.files);
  const progress = progressOf(files);
  const update = (tx: Tx, values: Parameters<typeof updateImport>[3]) =>
    updateImport(tx, { sellerId, importId }, state, values);
  const onStep = () =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      if (!(await update(tx, { bytesDone: progress.bytesDone() }))) throw new Overtaken();
    });
  return { channel: channel.value, files, progress, update, onStep };
}

async function check(db: Db, step: Step): Promise<void> {
  const { sellerId, importId, row, signal, fence } = step;
  const { channel, files: stored, progress, update, onStep } = await prepare(db, step, "checking");
  const mark = (opened: OpenedFile) =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      if (!(await update(tx, { opened }))) throw new Overtaken();
    });
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
    await update(tx, {
      state: "checked",
      opened: null,
      columns,
      effects,
      ...found,
      ...told,
      ...tally.counts(scan.refused),
    });
  });
}

async function run(db: Db, step: Step): Promise<void> {
  const { sellerId, importId, row, signal, fence } = step;
  const { channel, files, progress, onStep } = await prepare(db, step, "running");
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
