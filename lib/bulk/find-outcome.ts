import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listBulkActHandovers } from "@/lib/handovers/handover-channels";
import { keptInput } from "@/lib/platform/bulk/bulk";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import { listRefusedItems } from "./bulk-acts";

/** How many refused returns one answer lists. */
const PER_PAGE = 100;

/** How a bulk act stands: counts, and its refused returns after a position; null when it is not the seller's. */
export function findOutcome(db: Db, sellerId: string, bulkActId: string, { after }: { after: number }) {
  return withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    if (!bulkAct) return null;
    const { input, createdBy: _, ...rest } = bulkAct;
    const { notFound } = keptInput.parse(input);
    const items = await listRefusedItems(tx, sellerId, bulkActId, { after, limit: PER_PAGE + 1 });
    const shown = items.slice(0, PER_PAGE);
    const toHandOver =
      rest.state === "done" && rest.moved > 0 ? await listBulkActHandovers(tx, sellerId, bulkActId) : [];
    return {
      ...rest,
      /** Asked for, but no return of this seller. */
      notFound: notFound.length,
      done: rest.moved + rest.refused + notFound.length,
      toHandOver,
      refusedItems: shown,
      next: items.length > PER_PAGE ? (shown.at(-1)?.position ?? null) : null,
    };
  });
}
export type Outcome = NonNullable<Awaited<ReturnType<typeof findOutcome>>>;
