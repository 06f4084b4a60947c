import type { Db } from "@/db/client";
import type { FileReport } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { product } from "@/lib/policy/actor";
import type { ImportCounts } from "@/lib/policy/imports/import-report";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { REACH } from "@/lib/policy/reach";
import { countEffects } from "./foresee";
import { moveImport } from "./move-import";

type Finished = {
  sellerId: string;
  importId: string;
  kind: ImportKind;
  channel: Pick<ChannelRules, "mode" | "current">;
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
    await moveImport(tx, acting, importId, { move: "finish", counts, did, asOf, isTold });
  });
}
