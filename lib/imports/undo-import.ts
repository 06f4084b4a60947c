import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { countTouched, countTouchedOrders, findImport } from "@/db/queries/imports";
import { withSeller } from "@/db/tenant";
import { type Actor, SYSTEM } from "../actor";
import { ok, type Result, refuse } from "../result";
import { addEvents } from "../returns/add-events";
import { writeEvaluations } from "../returns/judge-again";
import { moveReturnsIn } from "../returns/move-returns";
import { updateImport } from "./import-rows";
import type { BeforeImage } from "./record-changes";
import { restoreFacts } from "./restore-facts";
import { lockImportedOrders, undoOrders } from "./undo-orders";
import {
  deleteAddedItems,
  deleteEmptyOrders,
  deleteImportedReturns,
  listUndoable,
  lockImportedReturns,
  setBackDataAsOf,
} from "./undo-rows";

type Undo = { sellerId: string; importId: string; actor: Actor; now: Date };

export type UndoRefusal =
  | { code: "not_found" }
  | { code: "wrong_state"; state: string }
  | { code: "touched_since"; touched: number; total: number };

/** Thrown inside the transaction, so that a return that cannot be put back takes all others with it. */
class Unrestorable extends Error {
  constructor(readonly touched: number) {
    super("returns of the import cannot be put back");
  }
}

/** Returns put back in one go; the writer takes no more in one transaction's move. */
const PORTION = 500;

/**
 * Takes an import back as a whole: what it brought in is deleted, what it changed is put back as it stood. Only
 * while nobody touched any of it since; else it refuses `touched_since` and says how many returns were.
 */
export async function undoImport(
  db: Db,
  undo: Undo,
): Promise<Result<{ deleted: number; restored: number }, UndoRefusal>> {
  const { sellerId, importId } = undo;
  let total = 0;
  try {
    return await withSeller(db, sellerId, async (tx) => {
      const row = await findImport(tx, sellerId, importId);
      if (!row) return refuse({ code: "not_found" });
      const { state } = row;
      if (state !== "done" && state !== "failed") return refuse({ code: "wrong_state", state });
      if (row.kind === "orders") return takeOrdersBack(tx, undo, { state, channelId: row.channelId });
      await lockImportedReturns(tx, sellerId, importId);
      const found = await countTouched(tx, sellerId, importId);
      total = found.total;
      if (found.touched > 0) return refuse({ code: "touched_since", ...found });
      const isOurs = await updateImport(tx, undo, state, { state: "undone", finishedAt: undo.now });
      if (!isOurs) return refuse({ code: "wrong_state", state: "undone" });
      const restored = await restoreChanged(tx, undo);
      const deleted = await deleteNew(tx, undo);
      await setBackDataAsOf(tx, sellerId, row.channelId);
      return ok({ deleted, restored });
    });
  } catch (error) {
    if (!(error instanceof Unrestorable)) throw error;
    return refuse({ code: "touched_since", touched: error.touched, total });
  }
}

async function takeOrdersBack(
  tx: Tx,
  undo: Undo,
  { state, channelId }: { state: "done" | "failed"; channelId: string },
): Promise<Result<{ deleted: number; restored: number }, UndoRefusal>> {
  const { sellerId, importId, now } = undo;
  await lockImportedOrders(tx, undo);
  const { touched, total } = await countTouchedOrders(tx, sellerId, importId);
  if (touched > 0) return refuse({ code: "touched_since", touched, total });
  const isOurs = await updateImport(tx, undo, state, { state: "undone", finishedAt: now });
  if (!isOurs) return refuse({ code: "wrong_state", state: "undone" });
  return ok(await undoOrders(tx, { sellerId, importId, channelId, now }));
}

async function restoreChanged(tx: Tx, undo: Undo): Promise<number> {
  const { sellerId, importId } = undo;
  let restored = 0;
  for (let after: string | null = null; ; ) {
    const images: { returnId: string; before: BeforeImage }[] = await listUndoable(
      tx,
      sellerId,
      importId,
      after,
      PORTION,
    );
    const last = images.at(-1);
    if (!last) return restored;
    await restore(
      tx,
      images.map(({ before }) => before),
      undo,
    );
    restored += images.length;
    after = last.returnId;
  }
}

async function restore(tx: Tx, images: readonly BeforeImage[], undo: Undo): Promise<void> {
  const { sellerId, importId, actor, now } = undo;
  const moved = images.filter(({ hasMoved }) => hasMoved).map(({ row }) => row.id);
  if (moved.length > 0) {
    const outcome = await moveReturnsIn(tx, { sellerId, ids: moved, request: { move: "undo" }, actor: SYSTEM, now });
    if (outcome.refused.length > 0) throw new Unrestorable(outcome.refused.length);
  }
  await restoreFacts(tx, sellerId, images);
  await deleteAddedItems(tx, sellerId, importId, [...new Set(images.map(({ row }) => row.orderId))]);
  await writeEvaluations(
    tx,
    sellerId,
    images.map(({ row: { id, evaluation } }) => ({ id, evaluation })),
  );
  await addEvents(
    tx,
    images.map(({ row }) => ({
      sellerId,
      returnId: row.id,
      kind: "report_changed" as const,
      actor,
      now,
      data: { isUndo: true },
    })),
  );
  const strayed = await countStrayed(tx, sellerId, images);
  if (strayed > 0) throw new Unrestorable(strayed);
}

/** A return that two files of one import moved twice cannot go back both steps. */
async function countStrayed(tx: Tx, sellerId: string, images: readonly BeforeImage[]): Promise<number> {
  const wanted = JSON.stringify(images.map(({ row: { id, status } }) => ({ id, status })));
  const [row] = await tx.execute<{ strayed: number }>(sql`
    select count(*)::int as strayed from jsonb_to_recordset(${wanted}::jsonb) as input(id uuid, status text)
    join returns r on r.seller_id = ${sellerId} and r.id = input.id where r.status <> input.status`);
  return row?.strayed ?? 0;
}

/** Deletes the returns an import brought in, and the orders it brought in that nothing is left of. */
async function deleteNew(tx: Tx, { sellerId, importId }: Undo): Promise<number> {
  let deleted = 0;
  for (;;) {
    const gone = await deleteImportedReturns(tx, sellerId, importId, PORTION);
    if (gone.length === 0) return deleted;
    deleted += gone.length;
    const orderIds = [...new Set(gone)];
    await deleteAddedItems(tx, sellerId, importId, orderIds);
    await deleteEmptyOrders(tx, sellerId, importId, orderIds);
  }
}
