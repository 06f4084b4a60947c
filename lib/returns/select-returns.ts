import type { Tx } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { matchingReturns } from "./returns-list";
import type { Selection } from "./shared/selection";

/** How many returns one bulk act takes; more are done in parts. */
const BULK_AT_MOST = 10_000;

export type SelectRefusal = { code: "too_many_returns"; limit: number } | { code: "nothing_selected" };

/** The ids a selection stands for, each once, in the order of the list; rows that came after its snapshot are not in it. */
export async function selectReturns(
  tx: Tx,
  sellerId: string,
  selection: Selection,
): Promise<Result<string[], SelectRefusal>> {
  const ids =
    selection.mode === "ids"
      ? [...new Set(selection.ids)]
      : await matchingReturns(tx, sellerId, selection.filter, {
          snapshotAt: new Date(selection.snapshotAt),
          excludedIds: selection.excludedIds,
          limit: BULK_AT_MOST + 1,
        });
  if (ids.length > BULK_AT_MOST) return refuse({ code: "too_many_returns", limit: BULK_AT_MOST });
  return ids.length === 0 ? refuse({ code: "nothing_selected" }) : ok(ids);
}
