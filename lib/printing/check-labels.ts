import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type LabelSubject, listLabelSubjects } from "@/lib/labels/label-subjects";
import { labelSource, UNPRINTABLE, type Unprintable, unprintable } from "@/lib/labels/shared/label-state";
import type { Ctx } from "@/lib/platform/ctx";
import { PRINTED_AT_MOST } from "@/lib/policy/labels/sizes";
import { type SelectRefusal, selectReturns } from "@/lib/returns/select-returns";
import type { Sort } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import { inListOrder } from "./print-order";

export type PrintRefusal = SelectRefusal | { code: "too_many_labels"; limit: number };

/** The returns to print, in the order of the list where its sort is given; one PDF takes a limited number. */
export async function selectPrinted(
  { db, sellerId }: Ctx,
  { selection, sort = null, atMost = PRINTED_AT_MOST }: { selection: Selection; sort?: Sort | null; atMost?: number },
): Promise<Result<string[], PrintRefusal>> {
  return withSeller(db, sellerId, async (tx) => {
    const selected = await selectReturns(tx, sellerId, selection);
    if (!selected.ok) return selected;
    if (selected.value.length > atMost) return refuse({ code: "too_many_labels", limit: atMost });
    // Returns picked one by one come in the order of the picking.
    return sort && selection.mode === "ids" ? ok(await inListOrder(tx, sellerId, selected.value, sort)) : selected;
  });
}

/** What would be printed of a selection, and which of its returns have no label yet, with the reason. */
export type LabelCheck = {
  ready: number;
  /** Of the ready ones, those whose label is an upload or the marketplace's: only their slip is printed. */
  slipOnly: number;
  missing: { why: Unprintable; items: { id: string; number: number }[]; count: number }[];
};

/** How many returns of a group are named; the counts are exact. */
const NAMED_AT_MOST = 20;

export async function checkLabels(
  ctx: Ctx,
  { selection }: { selection: Selection },
): Promise<Result<LabelCheck, PrintRefusal>> {
  const selected = await selectPrinted(ctx, { selection });
  if (!selected.ok) return selected;
  const { db, sellerId } = ctx;
  const rows = await withSeller(db, sellerId, (tx) => listLabelSubjects(tx, sellerId, selected.value));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const judged = selected.value.map((id) => ({ row: byId.get(id), why: unprintable(byId.get(id)) }));
  const ready = judged.flatMap(({ row, why }) => (row && why === null ? [row] : []));
  const missing = UNPRINTABLE.flatMap((why) => {
    const group = judged.filter((one) => one.why === why);
    return group.length === 0
      ? []
      : [{ why, count: group.length, items: named(group.flatMap(({ row }) => row ?? [])) }];
  });
  return ok({ ready: ready.length, slipOnly: ready.filter((row) => labelSource(row) !== "drawn").length, missing });
}

const named = (rows: readonly LabelSubject[]) => rows.slice(0, NAMED_AT_MOST).map(({ id, number }) => ({ id, number }));
