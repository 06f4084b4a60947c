import type { Tx } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { RETURNS_AT_ONCE } from "@/lib/policy/limits";
import { type SelectRefusal, selectReturns } from "./select-returns";
import type { Selection } from "./shared/selection";

export type SelectedRefusal = SelectRefusal | { code: "not_found" } | { code: "too_many_at_once"; limit: number };

/** What is selected, at most so many, whosesoever it turns out to be. */
export async function selectAtOnce(
  tx: Tx,
  sellerId: string,
  selection: Selection,
): Promise<Result<string[], SelectedRefusal>> {
  const selected = await selectReturns(tx, sellerId, selection);
  if (!selected.ok || selected.value.length <= RETURNS_AT_ONCE) return selected;
  return refuse({ code: "too_many_at_once", limit: RETURNS_AT_ONCE });
}

/** The seller's own of what is selected, locked in id order. */
export async function lockSelected(
  tx: Tx,
  sellerId: string,
  selection: Selection,
): Promise<Result<string[], SelectedRefusal>> {
  const selected = await selectAtOnce(tx, sellerId, selection);
  if (!selected.ok) return selected;
  const own = await lockReturns(tx, sellerId, selected.value);
  return own.size === 0 ? refuse({ code: "not_found" }) : ok(selected.value.filter((id) => own.has(id)));
}
