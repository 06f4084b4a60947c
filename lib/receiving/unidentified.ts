import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { returnKeys, unidentifiedParcels, unidentifiedPhotos } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { searchKey } from "@/lib/kernel/search-key";
import { arrived } from "@/lib/parcels/follow-goods";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import { NOTE_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import { areKept } from "./check-in";
import { findScanned } from "./find-scanned";

const SCANNED_AT_MOST = 200;
const PHOTOS_AT_MOST = 10;

export const parkInput = z.strictObject({
  /** Made where it was scanned, so that the same parcel told twice is one. */
  id: idSchema,
  scanned: z.string().trim().min(1).max(SCANNED_AT_MOST),
  note: z.string().trim().max(NOTE_AT_MOST).nullable(),
  photoIds: z.array(idSchema).max(PHOTOS_AT_MOST),
});

/** Puts a parcel aside that nothing was found for, until somebody says whose it is. */
export const parkParcel = (
  { db, ...acting }: Ctx,
  parcel: z.output<typeof parkInput>,
): Promise<Result<null, Refusal>> => withSeller(db, acting.sellerId, (tx) => parkParcelIn(tx, acting, parcel));

/** The same for a caller that holds the transaction. */
export async function parkParcelIn(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { id, scanned, note, photoIds }: z.output<typeof parkInput>,
): Promise<Result<null, Refusal>> {
  if (!(await areKept(tx, sellerId, photoIds))) return refuse({ code: "photo_missing" });
  const parked = await tx
    .insert(unidentifiedParcels)
    .values({
      sellerId,
      id,
      scanned,
      scannedKey: searchKey(scanned),
      note: note || null,
      parkedAt: now,
      parkedBy: actor.name,
    })
    .onConflictDoNothing()
    .returning({ id: unidentifiedParcels.id });
  if (parked.length > 0 && photoIds.length > 0)
    await tx.insert(unidentifiedPhotos).values(photoIds.map((fileId) => ({ sellerId, parcelId: id, fileId })));
  return ok(null);
}

export const matchInput = z.strictObject({
  id: idSchema,
  /** As a person types it: R-1042, an RMA, an order with one return. */
  number: z.string().trim().min(1).max(SCANNED_AT_MOST),
});
export type MatchRefusal = { code: "parcel_matched" } | { code: "several_returns"; count: number };

/**
 * Says whose a parcel is that stood aside: it is read in that return's history, and received at the bench as any other.
 * Answers false, and writes nothing, where the number is of an order of which more may come: the bench shows what.
 */
export const matchParcel = (
  { db, sellerId, actor, now }: Ctx,
  { id, number }: z.output<typeof matchInput>,
): Promise<Result<{ isMatched: boolean }, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ isMatched: boolean }, Refusal>> => {
    const { returns: meant, orders } = await findScanned(tx, sellerId, number, actor.kind, now);
    const parked = await findParked(tx, sellerId, id);
    if (!parked) return refuse({ code: "not_found" });
    if (parked.matchedAt) return refuse({ code: "parcel_matched" });
    if (orders.length > 0) return ok({ isMatched: false });
    const [found, ...others] = meant;
    if (!found) return refuse({ code: "not_found" });
    if (others.length > 0) return refuse({ code: "several_returns", count: meant.length });
    await lockReturns(tx, sellerId, [found.id]);
    const acting = { sellerId, actor, now };
    if (!(await belongsTo(tx, acting, id, found.id))) return refuse({ code: "parcel_matched" });
    // A note that is too long for a number stays a note.
    if (parked.scanned.length <= TRACKING_AT_MOST)
      await arrived(tx, acting, { returnId: found.id, tracking: parked.scanned });
    return ok({ isMatched: true });
  });

/** Gives a parcel that stood aside to a return; false: it is another one's already, or none. */
export async function belongsTo(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  parkedId: string,
  returnId: string,
): Promise<boolean> {
  const [matched] = await tx
    .update(unidentifiedParcels)
    .set({ returnId, matchedAt: now, matchedBy: actor.name })
    .where(
      and(
        eq(unidentifiedParcels.sellerId, sellerId),
        eq(unidentifiedParcels.id, parkedId),
        isNull(unidentifiedParcels.matchedAt),
      ),
    )
    .returning({ scanned: unidentifiedParcels.scanned, key: unidentifiedParcels.scannedKey });
  if (!matched) return false;
  const { scanned, key } = matched;
  // What stands on it opens the return from now on.
  if (key !== "")
    await tx.insert(returnKeys).values({ sellerId, returnId, kind: "tracking", key }).onConflictDoNothing();
  await addEvents(tx, [{ sellerId, returnId, kind: "parcel_matched", actor, now, data: { scanned } }]);
  return true;
}

/** A parcel that stood or stands aside, held. */
export async function findParked(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({ matchedAt: unidentifiedParcels.matchedAt, scanned: unidentifiedParcels.scanned })
    .from(unidentifiedParcels)
    .where(and(eq(unidentifiedParcels.sellerId, sellerId), eq(unidentifiedParcels.id, id)))
    .for("update");
  return row ?? null;
}
