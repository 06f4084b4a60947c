import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { channels, type FileReport, imports } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { REACH } from "@/lib/policy/reach";
import { countEffects } from "./foresee";
import { type ImportCounts, updateImport } from "./import-rows";
import { findImport } from "./imports";

type Finished = {
  sellerId: string;
  importId: string;
  kind: ImportKind;
  channel: Pick<ChannelRules, "id" | "mode" | "name" | "current">;
  counts: ImportCounts;
  files: readonly FileReport[];
  now: Date;
};

/** Closes a run: its counts stand, and the channel's data is as fresh as the newest file that went in. */
export async function finishRun(
  db: Db,
  { sellerId, importId, kind, channel, counts, files, now }: Finished,
): Promise<void> {
  const read = files.filter(({ refusal }) => refusal === null).map(({ modifiedAt }) => Date.parse(modifiedAt));
  // A file from the future is a clock that is wrong.
  const asOf = new Date(Math.min(now.getTime(), Math.max(...read)));
  await withSeller(db, sellerId, async (tx) => {
    const row = { sellerId, importId };
    const isOurs = await updateImport(tx, row, "running", { state: "done", finishedAt: now, columns: null, ...counts });
    const done = { ...(await countEffects(tx, row)), undoSeconds: channel.current.operation.undoSeconds };
    if (isOurs)
      await tx
        .update(imports)
        .set({ effects: done })
        .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
    if (isOurs) await tellShop(tx, { sellerId, importId, kind, channel, counts, files, now });
    if (isOurs && kind === "returns" && counts.newCount > 0) await tellTeam(tx, sellerId, importId, now);
    // How fresh the returns of a marketplace are, a file of orders does not say.
    if (!isOurs || read.length === 0 || kind !== "returns" || REACH[channel.mode].confirmsBy !== "report") return;
    await tx
      .update(channels)
      .set({ dataAsOf: sql`greatest(${channels.dataAsOf}, ${asOf.toISOString()}::timestamptz)` })
      .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channel.id)));
  });
}

/** The shop's audit tells of every import, and of who ran it. */
async function tellShop(tx: Tx, { sellerId, importId, kind, channel, counts, files, now }: Finished): Promise<void> {
  const row = await findImport(tx, sellerId, importId);
  const { newCount: added, changedCount: changed, unchangedCount: unchanged, refusedCount: refused } = counts;
  await addSellerEvent(tx, {
    sellerId,
    kind: "import_done",
    userId: row?.createdBy ?? null,
    now,
    subject: { id: importId, name: channel.name },
    data: {
      of: kind,
      file: files[0]?.name ?? null,
      counts: { added, changed, unchanged, refused },
      effects: row?.effects ?? null,
      isWithoutAutomation: row?.isWithoutAutomation ?? false,
    },
  });
}

/** S1-01: one digest of the whole import, never a message for each of its requests. */
const tellTeam = (tx: Tx, sellerId: string, importId: string, now: Date): Promise<void> =>
  writeTogether(
    tx,
    queuedMessages(sellerId, [
      {
        kind: "team.imported",
        returnId: null,
        eventId: null,
        dedupeKey: `team.imported:${importId}`,
        availableAt: now,
        createdAt: now,
        data: { importId },
      },
    ]),
  );
