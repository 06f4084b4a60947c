import type { Db, Tx } from "@/db/client";
import type { FileReport } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import { product } from "@/lib/policy/actor";
import type { ImportCounts } from "@/lib/policy/imports/import-report";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { REACH } from "@/lib/policy/reach";
import { countEffects } from "./foresee";
import { findImport } from "./imports";
import { moveImport } from "./move-import";

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
  // How fresh the returns of a marketplace are, a file of orders does not say.
  const isFresh = read.length > 0 && kind === "returns" && REACH[channel.mode].confirmsBy === "report";
  // A file from the future is a clock that is wrong.
  const asOf = isFresh ? new Date(Math.min(now.getTime(), Math.max(...read))) : null;
  const acting = { sellerId, actor: product("import"), now };
  await withSeller(db, sellerId, async (tx) => {
    const { undoSeconds } = channel.current.operation;
    const did = { ...(await countEffects(tx, { sellerId, importId })), undoSeconds };
    const isTold = kind === "returns" && counts.newCount > 0;
    const done = await moveImport(tx, acting, importId, { move: "finish", counts, did, asOf, isTold });
    if (done.ok) await tellShop(tx, { sellerId, importId, kind, channel, counts, files, now });
  });
}

/** The shop's audit tells of every import, and of who ran it. */
async function tellShop(tx: Tx, { sellerId, importId, kind, channel, counts, files, now }: Finished): Promise<void> {
  const row = await findImport(tx, sellerId, importId);
  const { newCount: added, changedCount: changed, unchangedCount: unchanged, refusedCount: refused } = counts;
  await addSellerEvent(tx, {
    sellerId,
    kind: "import_done",
    actor: row?.createdBy ? { kind: "person", id: row.createdBy } : product("import"),
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
