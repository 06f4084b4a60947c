import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { BULK_ITEM_LIST, type BULK_ITEMS, findStanding } from "@/lib/bulk/bulk-items";
import { returnsInBulk } from "@/lib/bulk/returns-in-bulk";
import { listBulkActHandovers } from "@/lib/handovers/handover-channels";
import { keptInput } from "@/lib/platform/bulk/bulk";
import { countRefusals, findBulkAct, listRefusedIds } from "@/lib/platform/bulk/find-bulk-act";

/** The longest undo window there is. */
const UNDOABLE_FOR_MS = 60_000;

type Asked = { sellerId: string; bulkActId: string; view: ReturnType<typeof BULK_ITEMS.usual>; now: Date };

/** A bulk act as its page shows it, with one page of its returns; null when this seller has none with the id. */
export function readBulkAct(db: Db, { sellerId, bulkActId, view, now }: Asked) {
  return withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    if (!bulkAct) return null;
    const { input, ...rest } = bulkAct;
    const items = await BULK_ITEM_LIST.page(tx, { sellerId, bulkActId }, view);
    const causes =
      view.filter.show === "refused" && rest.refused > 0 ? await countRefusals(tx, sellerId, bulkActId) : [];
    const retryable = rest.refused > 0 ? await listRefusedIds(tx, sellerId, bulkActId, returnsInBulk.retryable) : [];
    const toHandOver = rest.moved > 0 ? await listBulkActHandovers(tx, sellerId, bulkActId) : [];
    const endedAgo = rest.finishedAt ? now.getTime() - rest.finishedAt.getTime() : null;
    const mayStand = rest.moved > 0 && endedAgo !== null && endedAgo <= UNDOABLE_FOR_MS;
    const standing = mayStand ? await findStanding(tx, sellerId, bulkActId) : null;
    return {
      ...rest,
      notFound: keptInput.parse(input).notFound.length,
      toHandOver,
      causes,
      retryable: retryable.length,
      undoUntil: standing && standing.until > now ? standing.until : null,
      now,
      ...items,
    };
  });
}
export type FoundBulkAct = NonNullable<Awaited<ReturnType<typeof readBulkAct>>>;
