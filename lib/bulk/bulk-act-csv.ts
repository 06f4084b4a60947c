import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import type { Reading } from "@/lib/platform/ctx";
import { type BulkItem, listBulkItems } from "./bulk-items";

const COLUMNS = ["return", "rma", "order", "outcome", "code", "reason", "moved_by", "moved_at", "id"];
const AT_ONCE = 500;

type Listed = {
  bulkActId: string;
  /** Asked for, but no returns of this seller. */
  notFound: readonly string[];
  /** The sentence in the reader's language. */
  reasonOf: (refusal: { code: string }) => string;
};

/** What became of every return of a bulk act as CSV, in the order of the selection, read a part at a time. */
export function bulkActCsv(
  { db, sellerId }: Reading,
  { bulkActId, notFound, reasonOf }: Listed,
): AsyncGenerator<string> {
  const rowOf = ({ number, rma, orderNumber, returnId, outcome, refusal, isUndone }: BulkItem) => ({
    return: `R-${number}`,
    rma: rma ?? "",
    order: orderNumber,
    outcome: isUndone ? "undone" : (outcome ?? "pending"),
    code: refusal?.code ?? "",
    reason: refusal ? reasonOf(refusal) : "",
    moved_by: refusal && "movedBy" in refusal ? refusal.movedBy : "",
    moved_at: refusal && "movedAt" in refusal ? refusal.movedAt : "",
    id: returnId,
  });
  const rows = (async function* () {
    let after: number | null = null;
    for (;;) {
      const page = { outcome: null, code: null, after, before: null, limit: AT_ONCE };
      const items: BulkItem[] = await withSeller(db, sellerId, (tx) => listBulkItems(tx, sellerId, bulkActId, page));
      for (const item of items) yield rowOf(item);
      after = items.at(-1)?.position ?? null;
      if (items.length < AT_ONCE) break;
    }
    const missing = { code: "not_found" };
    for (const id of notFound) yield { outcome: "not_found", ...missing, reason: reasonOf(missing), id };
  })();
  return csvOf(rows, COLUMNS);
}
