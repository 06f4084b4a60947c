import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { BULK_ITEM_LIST, BULK_ITEMS } from "./bulk-items";

type Asked = {
  bulkActId: string;
  /** Asked for, but no returns of this seller. */
  notFound: readonly string[];
  /** The sentence in the reader's language. */
  reasonOf: (refusal: { code: string }) => string;
};

/** What became of every return of a bulk act as CSV, in the order of the selection, then what was none. */
export function bulkActCsv({ db, sellerId }: Reading, { bulkActId, notFound, reasonOf }: Asked) {
  const rows = (async function* () {
    for await (const item of BULK_ITEM_LIST.all(db, { sellerId, bulkActId }, BULK_ITEMS.usual()))
      yield { ...item, reason: item.refusal && reasonOf(item.refusal) };
    const refusal = { code: "not_found" };
    const nothing = { number: null, rma: null, orderNumber: null, outcome: null, isUndone: false };
    for (const returnId of notFound) yield { ...nothing, returnId, refusal, reason: reasonOf(refusal) };
  })();
  return listCsv(BULK_ITEMS, rows);
}
