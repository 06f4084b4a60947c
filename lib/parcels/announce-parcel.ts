import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { parcels, returnKeys, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertion, writeTogether } from "@/db/write-set";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import type { Actor } from "@/lib/policy/actor";
import { WAY_BACK } from "@/lib/policy/clocks/deadlines";
import { CARRIER_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import { isUnseen } from "@/lib/policy/machines/parcel/statuses";
import { awaitsGoods, type Status } from "@/lib/policy/machines/return/statuses";
import { readTracking, type Tracked, type TrackingRefusal } from "@/lib/policy/parcels/tracking";
import { announcements, parcelIdOf, retractions } from "./announcements";

const typed = {
  carrier: z.string().trim().max(CARRIER_AT_MOST),
  tracking: z.string().trim().max(TRACKING_AT_MOST),
  /** The number stays as it was typed, whatever the carrier's own look like. */
  isSure: z.boolean(),
};
export const announceInput = z.strictObject({ returnId: idSchema, ...typed });
export const correctInput = z.strictObject({ returnId: idSchema, parcelId: idSchema, ...typed });

export type ParcelRefusal =
  | TrackingRefusal
  | { code: "not_found" }
  /** Nothing is awaited of it. */
  | { code: "wrong_status"; status: Status }
  | { code: "parcel_scanned" };

/** Says under which number goods of a return travel; what is known already takes the return along. */
export const announceParcel = (
  { db, ...acting }: Ctx,
  said: z.output<typeof announceInput>,
): Promise<Result<{ parcelId: string }, ParcelRefusal>> =>
  withSeller(db, acting.sellerId, (tx) => announceParcelIn(tx, acting, said));

/** The same for a caller that holds the transaction. */
export async function announceParcelIn(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { returnId, ...said }: z.output<typeof announceInput>,
): Promise<Result<{ parcelId: string }, ParcelRefusal>> {
  await lockReturns(tx, sellerId, [returnId]);
  const found = await findStanding(tx, sellerId, returnId);
  if (!found) return refuse({ code: "not_found" });
  if (!awaitsGoods(found)) return refuse({ code: "wrong_status", status: found.status });
  const read = readTracking(said, said.isSure);
  if (!read.ok) return read;
  await travelUnder(tx, { sellerId, now, returnId, source: sourceOf(actor) }, read.value);
  const { carrier, tracking } = read.value;
  await addEvents(tx, [{ sellerId, returnId, kind: "parcel_announced", actor, now, data: { carrier, tracking } }]);
  return ok({ parcelId: parcelIdOf(tracking) });
}

/** The number was mistyped: until the carrier has seen the parcel, the return travels under another. */
export const correctParcel = (
  { db, sellerId, actor, now }: Ctx,
  { returnId, parcelId, ...said }: z.output<typeof correctInput>,
): Promise<Result<{ parcelId: string }, ParcelRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ parcelId: string }, ParcelRefusal>> => {
    await lockReturns(tx, sellerId, [returnId]);
    const before = await lockParcelOf(tx, sellerId, returnId, parcelId);
    if (!before) return refuse({ code: "not_found" });
    if (!isUnseen(before.status)) return refuse({ code: "parcel_scanned" });
    const read = readTracking(said, said.isSure);
    if (!read.ok) return read;
    const { carrier, tracking } = read.value;
    if (parcelIdOf(tracking) === parcelId) {
      const isParcel = and(eq(parcels.sellerId, sellerId), eq(parcels.id, parcelId));
      // What travels for others too is not a buyer's to call otherwise.
      const isTheirs = sql`not exists (select from parcel_returns o where o.seller_id = ${sellerId}
        and o.parcel_id = ${parcelId} and o.return_id <> ${returnId})`;
      await tx
        .update(parcels)
        .set({ carrier, tracking })
        .where(actor.kind === "buyer" ? and(isParcel, isTheirs) : isParcel);
    } else {
      await writeTogether(tx, retractions(sellerId, [{ returnId, tracking: before.tracking }]));
      await travelUnder(tx, { sellerId, now, returnId, source: sourceOf(actor) }, read.value);
    }
    await addEvents(tx, [
      {
        sellerId,
        returnId,
        kind: "parcel_corrected",
        actor,
        now,
        data: { from: before.tracking, carrier, tracking },
      },
    ]);
    return ok({ parcelId: parcelIdOf(tracking) });
  });

const sourceOf = ({ kind }: Actor) => (kind === "buyer" ? "buyer" : "person");

type Travelling = { sellerId: string; now: Date; returnId: string; source: "buyer" | "person" };

const travelUnder = (
  tx: Tx,
  { sellerId, now, returnId, source }: Travelling,
  { carrier, tracking, key }: Tracked,
): Promise<void> =>
  writeTogether(tx, [
    ...announcements(sellerId, [{ returnId, carrier, tracking, source }], now),
    sql`${insertion(returnKeys, [{ sellerId, key, kind: "tracking", returnId }])} on conflict do nothing`,
  ]);

/** Where a return stands, and whether its clock still runs for goods. */
async function findStanding(tx: Tx, sellerId: string, returnId: string) {
  const [row] = await tx
    .select({
      status: returns.status,
      runs: sql<boolean>`exists (select from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returnId}
        and d.state = 'open' and d.kind in ${WAY_BACK})`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}

async function lockParcelOf(tx: Tx, sellerId: string, returnId: string, parcelId: string) {
  const [row] = await tx
    .select({ tracking: parcels.tracking, status: parcels.status })
    .from(parcels)
    .where(
      and(
        eq(parcels.sellerId, sellerId),
        eq(parcels.id, parcelId),
        sql`exists (select from parcel_returns l where l.seller_id = ${sellerId} and l.parcel_id = ${parcelId}
          and l.return_id = ${returnId})`,
      ),
    )
    .for("update");
  return row ?? null;
}
