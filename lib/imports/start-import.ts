import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { COLLECTING } from "@/lib/policy/machines/import/statuses";
import { insertImport } from "./import-rows";
import { findImportChannel } from "./imports";
import { type ImportMoveRefusal, moveImport } from "./move-import";
import { removeStoredFiles } from "./stored-files";

type One = { importId: string };
export type StartRefusal = { code: "unknown_channel" };

/** Opens an import into a channel, to which its files are uploaded next. */
export async function startImport(
  { db, sellerId, actor, now }: Ctx,
  { channelId }: { channelId: string },
): Promise<Result<{ importId: string }, StartRefusal>> {
  const channel = await findImportChannel(db, sellerId, channelId);
  if (!channel.ok) return channel;
  const importId = newId();
  await withSeller(db, sellerId, (tx) =>
    insertImport(tx, { sellerId, importId, channelId, state: COLLECTING, bytesTotal: 0, actor, now }),
  );
  return ok({ importId });
}

/** All files are there: the worker checks them, without any effect. */
export const requestCheck = ({ db, ...acting }: Ctx, { importId }: One): Promise<Result<null, ImportMoveRefusal>> =>
  withSeller(db, acting.sellerId, (tx) => moveImport(tx, acting, importId, { move: "check" }));

/** Lets the worker carry out what the check showed. Warnings have to be accepted by whoever saw them. */
export const confirmImport = (
  { db, ...acting }: Ctx,
  {
    importId,
    acceptsWarnings,
    isWithoutAutomation = false,
  }: One & { acceptsWarnings: boolean; isWithoutAutomation?: boolean },
): Promise<Result<null, ImportMoveRefusal>> =>
  withSeller(db, acting.sellerId, (tx) =>
    moveImport(tx, acting, importId, { move: "run", acceptsWarnings, isWithoutAutomation }),
  );

/** Forgets an import that has not run, and its files. One that has begun cannot be discarded, only undone. */
export async function discardImport(
  { db, ...acting }: Ctx,
  { importId, dataDir }: One & { dataDir: string },
): Promise<Result<null, ImportMoveRefusal>> {
  const { sellerId } = acting;
  const answer = await withSeller(db, sellerId, (tx) => moveImport(tx, acting, importId, { move: "discard" }));
  if (answer.ok) await removeStoredFiles({ dataDir, sellerId, importId });
  return answer;
}
