import { setTimeout as pause } from "node:timers/promises";
import type { FileReport, ImportWarning } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { workOnce } from "@/lib/platform/queue/work";
import { hasFailed, type ImportState, isInCheck, isInRun } from "@/lib/policy/machines/import/statuses";
import type { ImportFile } from "./import-file";
import { importWork } from "./import-work";
import { findImport, type ImportRow } from "./imports";
import { confirmImport, discardImport, requestCheck, startImport } from "./start-import";
import { storeImportFile, type UploadRefusal } from "./stored-files";

type Import = {
  channelId: string;
  files: readonly ImportFile[];
  /** Somebody read the warnings and goes on. */
  acceptsWarnings: boolean;
  /** Nothing is authorized by it (P-31). */
  isWithoutAutomation?: boolean;
  dataDir: string;
  signal: AbortSignal;
};

export type ImportRefusal =
  | { code: "unknown_channel" }
  | { code: "not_taken"; name: string; why: UploadRefusal }
  /** Every file is no report: `files` say which and why. */
  | { code: "nothing_to_import" | "warnings_not_accepted"; files: FileReport[]; warnings: ImportWarning[] };

/**
 * Imports files in one go, by the same steps as the console and as a piece of work that this process does itself: who is
 * killed in the middle leaves it to the next worker. Throws where it failed, and when `signal` ends it first.
 */
export async function importAsWork(ctx: Ctx, input: Import): Promise<Result<ImportRow, ImportRefusal>> {
  const { channelId, dataDir, acceptsWarnings, isWithoutAutomation = false } = input;
  const started = await startImport(ctx, { channelId });
  if (!started.ok) return started;
  const one = { importId: started.value.importId };
  const stop = async (refusal: ImportRefusal) => {
    await discardImport(ctx, { ...one, dataDir });
    return refuse(refusal);
  };
  const refused = await storeAll(ctx, { ...input, ...one });
  if (refused) return stop(refused);
  expectOk(await requestCheck(ctx, one));
  const { files, warnings } = await workUntilOver(ctx, { ...input, ...one }, isInCheck);
  if (files.every(({ refusal }) => refusal !== null)) return stop({ code: "nothing_to_import", files, warnings });
  if (warnings.length > 0 && !acceptsWarnings) return stop({ code: "warnings_not_accepted", files, warnings });
  expectOk(await confirmImport(ctx, { ...one, acceptsWarnings, isWithoutAutomation }));
  return ok(await workUntilOver(ctx, { ...input, ...one }, isInRun));
}

type One = Import & { importId: string };

async function storeAll(ctx: Ctx, { files, ...one }: One): Promise<ImportRefusal | null> {
  for (const { name, modifiedAt, open } of files) {
    const stored = await storeImportFile(ctx, { ...one, name, modifiedAt, body: open() });
    if (!stored.ok) return { code: "not_taken", name, why: stored.refusal };
  }
  return null;
}

/** Does imports, this one and whatever is due before it, until this one has left a state; another worker may be faster. */
async function workUntilOver(
  { db, sellerId }: Ctx,
  { importId, dataDir, signal }: One,
  isAtIt: (state: ImportState) => boolean,
): Promise<ImportRow> {
  const handler = importWork(dataDir);
  for (;;) {
    signal.throwIfAborted();
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row) throw new Error("the import was discarded");
    if (hasFailed(row.state)) throw new Error(`the import failed: ${row.failure}`);
    if (!isAtIt(row.state)) return row;
    if (!(await workOnce(db, "import", handler, signal))) await pause(200, undefined, { signal });
  }
}

/** Nobody else knows this import yet, so that its own steps cannot be refused. */
function expectOk(result: Result<null, { code: string }>): void {
  if (!result.ok) throw new Error(`the import cannot go on: ${result.refusal.code}`);
}
