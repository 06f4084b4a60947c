import { and, count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { files, receivedUnits } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { violates } from "@/db/write-set";
import { lookAtClaims } from "@/lib/claims/claim-store";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { searchKey } from "@/lib/kernel/search-key";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { TRACKING_AT_MOST } from "@/lib/policy/limits";
import { explanationSchema, UNITS_AT_MOST, unitSchema } from "@/lib/policy/parcels/received-unit";
import { moveReturnsIn } from "@/lib/returns/move-returns";

export const checkInInput = z.strictObject({
  returnId: idSchema,
  /** The number on the parcel; null: none was scanned. */
  tracking: z.string().trim().min(1).max(TRACKING_AT_MOST).nullable(),
  units: z.array(unitSchema).min(1).max(UNITS_AT_MOST),
  /** P-11: why it is not what was asked back; of what was kept before anybody was asked, nothing. */
  difference: explanationSchema.nullish(),
});

/** A picture that is named and not there; a unit that is in with another return. */
export type CheckInRefusal = { code: "photo_missing" | "unit_elsewhere" };

/**
 * Takes in what was unpacked of a return, and opens its parcel. A unit that is known by its id is in already: the same
 * act told twice, or again after a lost answer, is one. Answers how many units were new; refuses what the return's machine refuses.
 */
export async function checkIn(
  { db, ...acting }: Ctx,
  act: z.output<typeof checkInInput>,
): Promise<Result<{ units: number }, Refusal>> {
  try {
    return await withSeller(db, acting.sellerId, (tx) => checkInIn(tx, acting, act));
  } catch (error) {
    // Told at once for another return, which does not wait for this one.
    if (violates(error, "received_units_seller_id_id_pk")) return refuse({ code: "unit_elsewhere" });
    throw error;
  }
}

/** The same for a caller that holds the transaction. */
export async function checkInIn(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { returnId, tracking: scanned, units: told, difference = null }: z.output<typeof checkInInput>,
): Promise<Result<{ units: number }, Refusal>> {
  // Whoever tells the same act meanwhile waits here, and then finds it done.
  await lockReturns(tx, sellerId, [returnId]);
  const known = await knownOf(tx, sellerId, told);
  if ([...known.values()].some((id) => id !== returnId)) return refuse({ code: "unit_elsewhere" });
  const units = told.filter(({ id }) => !known.has(id));
  if (units.length === 0) return ok({ units: 0 });
  const photoIds = units.flatMap((unit) => unit.photoIds);
  if (!(await areKept(tx, sellerId, photoIds))) return refuse({ code: "photo_missing" });
  // A scan of nothing but dashes names no parcel.
  const tracking = searchKey(scanned ?? "") === "" ? null : scanned;
  const request = { move: "receive" as const, units, tracking, difference };
  const { refused } = await moveReturnsIn(tx, { sellerId, ids: [returnId], request, actor, now });
  const [no] = refused;
  if (no) return refuse(no.refusal);
  await lookAtClaims(tx, sellerId, [returnId], now);
  return ok({ units: units.length });
}

/** Units that are in already, and of which return. */
export async function knownOf(
  tx: Tx,
  sellerId: string,
  units: readonly { id: string }[],
): Promise<Map<string, string>> {
  const ids = units.map(({ id }) => id);
  const rows = await tx
    .select({ id: receivedUnits.id, returnId: receivedUnits.returnId })
    .from(receivedUnits)
    .where(and(eq(receivedUnits.sellerId, sellerId), inArray(receivedUnits.id, ids)));
  return new Map(rows.map(({ id, returnId }) => [id, returnId]));
}

/** Whether all of these files are the seller's. */
export async function areKept(tx: Tx, sellerId: string, fileIds: readonly string[]): Promise<boolean> {
  if (fileIds.length === 0) return true;
  const ids = [...new Set(fileIds)];
  const [row] = await tx
    .select({ found: count() })
    .from(files)
    .where(and(eq(files.sellerId, sellerId), inArray(files.id, ids)));
  return row?.found === ids.length;
}
