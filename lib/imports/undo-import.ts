import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Stayed } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { lookAtClaims } from "@/lib/claims/claim-store";
import { writeEvaluations } from "@/lib/judging/keep-judgements";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { product } from "@/lib/policy/actor";
import { importMachine } from "@/lib/policy/machines/import/import-machine";
import type { Undone } from "@/lib/policy/machines/import/undo";
import { moveReturnsIn } from "../returns/move-returns";
import { findImport, type ImportRow, listStaying, listStayingOrders } from "./imports";
import { type ImportMoveRefusal, moveImport } from "./move-import";
import type { BeforeImage } from "./record-changes";
import { restoreFacts } from "./restore-facts";
import { judgeWhatIsLeft, lockImportedOrders, undoOrders } from "./undo-orders";
import {
  deleteAddedItems,
  deleteEmptyOrders,
  deleteImportedReturns,
  listMoveEvents,
  listUndoable,
  lockImportedReturns,
  setBackDataAsOf,
} from "./undo-rows";

type Undo = Acting & { importId: string };

/** Thrown inside the transaction, so that a return that cannot be put back takes all others with it. */
class Unrestorable extends Error {
  constructor(readonly touched: number) {
    super("returns of the import cannot be put back");
  }
}

/** Returns put back in one go; the writer takes no more in one transaction's move. */
const PORTION = 500;
/** So many of those that stay are kept by name. */
const NAMED = 100;

/**
 * Takes an import back: what it brought in is deleted, what it changed is put back as it stood. What has left cannot be
 * taken back, nor what somebody has gone on with: it stays as it is, and the import says what that is and why.
 * Refuses `touched_since` where that is all of it.
 */
export async function undoImport(
  { db, ...acting }: Ctx,
  { importId }: { importId: string },
): Promise<Result<Undone, ImportMoveRefusal>> {
  const { sellerId } = acting;
  const undo = { ...acting, importId };
  let total = 0;
  try {
    return await withSeller(db, sellerId, async (tx) => {
      const row = await findImport(tx, sellerId, importId);
      if (!row) return refuse({ code: "not_found" });
      const closed = importMachine.look("undo", { status: row.state }, undo.actor.kind, undo.now);
      if (closed !== null) return refuse({ code: "wrong_state", state: row.state });
      if (row.kind === "orders") return takeOrdersBack(tx, undo, row);
      await lockImportedReturns(tx, sellerId, importId);
      const { staying, undone } = await listStaying(tx, sellerId, importId);
      total = undone.deleted + undone.restored + undone.stayed;
      const named = staying.map(({ orderId: _, ...one }) => one);
      const moved = await moveImport(tx, undo, importId, undoOf(named, undone));
      if (!moved.ok) return moved;
      const kept = { returns: staying.map(({ returnId }) => returnId), orders: staying.map(({ orderId }) => orderId) };
      const restored = await restoreChanged(tx, undo, kept);
      const deleted = await deleteNew(tx, undo, kept.returns);
      await judgeWhatIsLeft(tx, { ...undo, channelId: row.channelId }, [...restored, ...deleted]);
      await setBackDataAsOf(tx, sellerId, row.channelId);
      return ok(undone);
    });
  } catch (error) {
    if (!(error instanceof Unrestorable)) throw error;
    return refuse({ code: "touched_since", touched: error.touched, total });
  }
}

/** What stays of it, the first of them by name. */
const undoOf = (staying: readonly Stayed[], undone: Undone) => ({
  move: "undo" as const,
  stayed: staying.slice(0, NAMED),
  undone,
});

async function takeOrdersBack(tx: Tx, undo: Undo, row: ImportRow): Promise<Result<Undone, ImportMoveRefusal>> {
  const { sellerId, importId, now } = undo;
  await lockImportedOrders(tx, undo);
  const { staying, undone } = await listStayingOrders(tx, sellerId, importId);
  const moved = await moveImport(tx, undo, importId, undoOf(staying, undone));
  if (!moved.ok) return moved;
  const kept = staying.map(({ orderId }) => orderId);
  await undoOrders(tx, { sellerId, importId, channelId: row.channelId, kept, now });
  return ok(undone);
}

type Image = { returnId: string; before: BeforeImage };

async function restoreChanged(
  tx: Tx,
  undo: Undo,
  kept: { returns: readonly string[]; orders: readonly string[] },
): Promise<string[]> {
  const { sellerId, importId } = undo;
  const restored: string[] = [];
  const keptOrders = new Set(kept.orders);
  for (let after: string | null = null; ; ) {
    const images: Image[] = await listUndoable(tx, { sellerId, importId, after, kept: kept.returns, limit: PORTION });
    const last = images.at(-1);
    if (!last) return restored;
    await restore(tx, images, undo, keptOrders);
    restored.push(...images.map(({ before }) => before.row.orderId));
    after = last.returnId;
  }
}

async function restore(tx: Tx, found: readonly Image[], undo: Undo, keptOrders: ReadonlySet<string>): Promise<void> {
  const { sellerId, importId, actor, now } = undo;
  const images = found.map(({ before }) => before);
  const moved = found.filter(({ before }) => before.hasMoved);
  if (moved.length > 0) {
    const ids = moved.map(({ returnId }) => returnId);
    const steps = await listMoveEvents(tx, sellerId, importId, ids);
    const each = Object.fromEntries(
      moved.map(({ returnId, before }) => [
        returnId,
        { backTo: { status: before.row.status, steps: steps.get(returnId) ?? [] } },
      ]),
    );
    const request = { move: "undo" as const };
    const outcome = await moveReturnsIn(tx, { sellerId, ids, request, each, actor: product("import"), now });
    if (outcome.refused.length > 0) throw new Unrestorable(outcome.refused.length);
  }
  await restoreFacts(tx, sellerId, images, { keptOrders, now });
  await deleteAddedItems(tx, sellerId, importId, [...new Set(images.map(({ row }) => row.orderId))]);
  await writeEvaluations(
    tx,
    sellerId,
    images.map(({ row: { id, evaluation, valueMinor } }) => ({ id, evaluation, valueMinor })),
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
  await lookAtClaims(
    tx,
    sellerId,
    images.map(({ row }) => row.id),
    now,
  );
  const strayed = await countStrayed(tx, sellerId, images);
  if (strayed > 0) throw new Unrestorable(strayed);
}

/** Returns that did not come back to the status they had. */
async function countStrayed(tx: Tx, sellerId: string, images: readonly BeforeImage[]): Promise<number> {
  const wanted = JSON.stringify(images.map(({ row: { id, status } }) => ({ id, status })));
  const [row] = await tx.execute<{ strayed: number }>(sql`
    select count(*)::int as strayed from jsonb_to_recordset(${wanted}::jsonb) as input(id uuid, status text)
    join returns r on r.seller_id = ${sellerId} and r.id = input.id where r.status <> input.status`);
  return row?.strayed ?? 0;
}

/** Deletes the returns an import brought in, with what of them still waits to leave, and its orders without a return. */
async function deleteNew(tx: Tx, { sellerId, importId }: Undo, kept: readonly string[]): Promise<string[]> {
  const deleted: string[] = [];
  for (;;) {
    const gone = await deleteImportedReturns(tx, { sellerId, importId, kept, limit: PORTION });
    if (gone.length === 0) return deleted;
    const orderIds = [...new Set(gone)];
    await deleteAddedItems(tx, sellerId, importId, orderIds);
    await deleteEmptyOrders(tx, sellerId, importId, orderIds);
    deleted.push(...orderIds);
  }
}
