import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { returnLines, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { violates, writeTogether } from "@/db/write-set";
import { lockOrder } from "@/lib/judging/load-orders";
import { type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { TRACKING_AT_MOST } from "@/lib/policy/limits";
import { hasCome } from "@/lib/policy/machines/return/statuses";
import { differencesOf, isExplained } from "@/lib/policy/parcels/differences";
import { explanationSchema, UNITS_AT_MOST, unitSchema } from "@/lib/policy/parcels/received-unit";
import { hasReturn } from "@/lib/returns/request-orders";
import { requestReturnIn } from "@/lib/returns/request-return";
import { areKept, checkInIn, knownOf } from "./check-in";
import { linesToGiveBack } from "./orders-to-receive";
import { belongsTo, findParked } from "./unidentified";

export const unannouncedInput = z.strictObject({
  /** Of the return to be, made at the bench: the same parcel told twice is one return. */
  returnId: idSchema,
  orderId: idSchema,
  /** The parcel that stood aside; null: it was never put aside. */
  parkedId: idSchema.nullable(),
  tracking: z.string().trim().min(1).max(TRACKING_AT_MOST).nullable(),
  /** `lineId` is the line of the order. */
  units: z.array(unitSchema).min(1).max(UNITS_AT_MOST),
  difference: explanationSchema.nullish(),
});
type Unannounced = z.output<typeof unannouncedInput>;

/** More of an order's line than was not given back yet; nothing in the parcel is of the order. */
export type UnannouncedRefusal = { code: "more_than_ordered"; left: number } | { code: "none_of_order" };

/** The reason of somebody who said nothing. */
const NOBODY_SAID = "NO_REASON";

/**
 * Goods came that nobody had announced: they make a return of their order, judged as any request and received at once,
 * which the parcel that stood aside then belongs to. Refuses as a request and a check-in do, before anything is written.
 */
export async function receiveUnannounced(
  { db, ...acting }: Ctx,
  came: Unannounced,
): Promise<Result<{ units: number }, Refusal>> {
  try {
    return await withSeller(db, acting.sellerId, (tx) => receiveUnannouncedIn(tx, acting, came));
  } catch (error) {
    if (violates(error, "received_units_seller_id_id_pk")) return refuse({ code: "unit_elsewhere" });
    throw error;
  }
}

async function receiveUnannouncedIn(
  tx: Tx,
  acting: Acting,
  { returnId, orderId, parkedId, tracking, units, difference }: Unannounced,
): Promise<Result<{ units: number }, Refusal>> {
  const { sellerId } = acting;
  // Whoever tells the same parcel meanwhile, or another one of the order, waits here.
  if (!(await lockOrder(tx, sellerId, orderId))) return refuse({ code: "unknown_order" });
  if (!(await hasReturn(tx, sellerId, returnId))) {
    const no = await refusalOf(tx, sellerId, { orderId, parkedId, units, difference });
    if (no) return refuse(no);
    const lines = [...countsOf(units)].map(([orderLineId, quantity]) => {
      return { orderLineId, quantity, reason: NOBODY_SAID };
    });
    const request = { id: returnId, orderId, source: "parcel" as const, lines, buyerComment: null };
    const made = await requestReturnIn(tx, acting, request);
    if (!made.ok) return made;
    if (parkedId) await belongsTo(tx, acting, parkedId, returnId);
  }
  const lineOf = await linesOfReturn(tx, sellerId, returnId);
  const ofReturn = units.map((unit) => ({ ...unit, lineId: unit.lineId && (lineOf.get(unit.lineId) ?? unit.lineId) }));
  return checkInIn(tx, acting, { returnId, tracking, units: ofReturn, difference });
}

/** How many came of each line of the order. */
function countsOf(units: Unannounced["units"]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lineId } of units) if (lineId !== null) counts.set(lineId, (counts.get(lineId) ?? 0) + 1);
  return counts;
}

/** Whatever would be refused later, so that no return is made for nothing. */
async function refusalOf(
  tx: Tx,
  sellerId: string,
  { orderId, parkedId, units, difference }: Pick<Unannounced, "orderId" | "parkedId" | "units" | "difference">,
): Promise<Refusal | null> {
  const came = countsOf(units);
  if (came.size === 0) return { code: "none_of_order" };
  if (!isExplained(differencesOf(units, false), difference)) return { code: "difference_unexplained" };
  if ((await knownOf(tx, sellerId, units)).size > 0) return { code: "unit_elsewhere" };
  const photoIds = units.flatMap((unit) => unit.photoIds);
  if (!(await areKept(tx, sellerId, photoIds))) return { code: "photo_missing" };
  const lines = new Map((await linesToGiveBack(tx, sellerId, orderId)).map((line) => [line.id, line]));
  for (const [lineId, count] of came) {
    const line = lines.get(lineId);
    if (!line) return { code: "unknown_line" };
    if (line.left !== null && count > line.left) return { code: "more_than_ordered", left: line.left };
  }
  if (parkedId === null) return null;
  const parked = await findParked(tx, sellerId, parkedId);
  if (!parked) return { code: "not_found" };
  return parked.matchedAt ? { code: "parcel_matched" } : null;
}

async function linesOfReturn(tx: Tx, sellerId: string, returnId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: returnLines.id, orderLineId: returnLines.orderLineId })
    .from(returnLines)
    .where(and(eq(returnLines.sellerId, sellerId), eq(returnLines.returnId, returnId)));
  return new Map(rows.map(({ id, orderLineId }) => [orderLineId, id]));
}

/** The goods were of another order: what a parcel alone had made is given up, and the parcel stands aside again. */
export async function standAside(tx: Tx, sellerId: string, returnId: string): Promise<void> {
  const [row] = await tx
    .select({ source: returns.source, status: returns.status })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  if (row?.source !== "parcel" || hasCome(row.status)) return;
  await writeTogether(tx, [
    sql`update unidentified_parcels n set return_id = null, matched_at = null, matched_by = null
      where n.seller_id = ${sellerId} and n.return_id = ${returnId}`,
    sql`delete from return_keys k where k.seller_id = ${sellerId} and k.return_id = ${returnId} and k.kind = 'tracking'`,
    sql`delete from parcel_returns l where l.seller_id = ${sellerId} and l.return_id = ${returnId}`,
  ]);
}
