import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { requireSeller } from "@/lib/platform/session";
import { listReturns } from "@/lib/returns/returns-list";
import { emptyFilter } from "@/lib/returns/shared/filter";

/** What the bare pages show: the fifty rows of the list's tab All, read as the list reads them, as text. */
export async function bareRows(): Promise<string[][]> {
  const { seller } = await requireSeller("returns:read");
  const { rows } = await withSeller(db, seller.id, (tx) =>
    listReturns(tx, seller.id, emptyFilter("all"), { now: new Date(), per: 50 }),
  );
  return rows.map((row) => [
    `R-${row.number}`,
    ...row.lines.slice(0, 1).flatMap(({ title, sku, reason }) => [title ?? sku ?? "", reason]),
    row.requestedOn,
    row.status,
    row.verdict,
  ]);
}
