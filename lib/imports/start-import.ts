import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addWork } from "@/lib/platform/queue/lease";
import { findImportChannel } from "./find-import-channel";
import { deleteImport, insertImport, updateImport } from "./import-rows";
import { findImport } from "./imports";
import { hasNothingRead } from "./nothing-read";
import { removeStoredFiles } from "./stored-files";

type One = { importId: string };
export type StepRefusal = { code: "not_found" } | { code: "wrong_state"; state: string } | { code: "no_files" };
export type StartRefusal = { code: "unknown_channel" };
export type ConfirmRefusal = StepRefusal | { code: "warnings_not_accepted" | "nothing_to_import" };

/** Opens an import into a channel, to which its files are uploaded next. */
export async function startImport(
  { db, sellerId, actor, now }: Ctx,
  { channelId }: { channelId: string },
): Promise<Result<{ importId: string }, StartRefusal>> {
  const channel = await findImportChannel(db, sellerId, channelId);
  if (!channel.ok) return channel;
  const importId = newId();
  await withSeller(db, sellerId, (tx) =>
    insertImport(tx, { sellerId, importId, channelId, state: "uploading", bytesTotal: 0, actor, now }),
  );
  return ok({ importId });
}

/** All files are there: the worker checks them, without any effect. */
export const requestCheck = ({ db, sellerId }: Ctx, { importId }: One): Promise<Result<null, StepRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const row = await findImport(tx, sellerId, importId);
    if (!row) return refuse({ code: "not_found" });
    if (row.files.length === 0) return refuse({ code: "no_files" });
    const { state } = row;
    // A failed one is simply checked again: what it had brought in is found and counts as known.
    if (state !== "uploading" && state !== "failed") return refuse({ code: "wrong_state", state });
    await updateImport(tx, { sellerId, importId }, state, { state: "checking", bytesDone: 0, failure: null });
    await addWork(tx, { sellerId, kind: "import", id: importId });
    return ok(null);
  });

/** Lets the worker carry out what the check showed. Warnings have to be accepted by whoever saw them. */
export const confirmImport = (
  { db, sellerId }: Ctx,
  {
    importId,
    acceptsWarnings,
    isWithoutAutomation = false,
  }: One & { acceptsWarnings: boolean; isWithoutAutomation?: boolean },
): Promise<Result<null, ConfirmRefusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const row = await findImport(tx, sellerId, importId);
    if (!row) return refuse({ code: "not_found" });
    if (row.state !== "checked") return refuse({ code: "wrong_state", state: row.state });
    const isNothing = row.files.every(({ refusal }) => refusal !== null) || hasNothingRead(row);
    if (isNothing) return refuse({ code: "nothing_to_import" });
    if (row.warnings.length > 0 && !acceptsWarnings) return refuse({ code: "warnings_not_accepted" });
    const isOurs = await updateImport(tx, { sellerId, importId }, "checked", {
      state: "running",
      bytesDone: 0,
      isWithoutAutomation,
    });
    if (!isOurs) return refuse({ code: "wrong_state", state: row.state });
    await addWork(tx, { sellerId, kind: "import", id: importId });
    return ok(null);
  });

/** Forgets an import that has not run, and its files. One that has begun cannot be discarded, only undone. */
export async function discardImport(
  { db, sellerId }: Ctx,
  { importId, dataDir }: One & { dataDir: string },
): Promise<Result<null, StepRefusal>> {
  const answer = await withSeller(db, sellerId, async (tx): Promise<Result<null, StepRefusal>> => {
    const row = await findImport(tx, sellerId, importId);
    if (!row) return refuse({ code: "not_found" });
    const { state } = row;
    const isEffectless = state === "uploading" || state === "checking" || state === "checked";
    return isEffectless && (await deleteImport(tx, { sellerId, importId }, state))
      ? ok(null)
      : refuse({ code: "wrong_state", state });
  });
  if (answer.ok) await removeStoredFiles({ dataDir, sellerId, importId });
  return answer;
}
