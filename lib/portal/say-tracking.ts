import { type Result, refuse } from "@/lib/kernel/result";
import { announceParcel, correctParcel, type ParcelRefusal } from "@/lib/parcels/announce-parcel";
import type { Ctx } from "@/lib/platform/ctx";
import { isUnseen } from "@/lib/policy/machines/parcel/statuses";
import { type BuyerParcel, findBuyerReturn } from "./find-buyer-return";

type Said = { returnId: string; tracking: string; carrier: string; isSure: boolean };

/** The parcel whose number the buyer may still correct: theirs alone, and nobody has scanned it (S3-08). */
export const correctable = (parcels: readonly BuyerParcel[]): BuyerParcel | null =>
  parcels.find(({ status, isFromBuyer }) => isUnseen(status) && isFromBuyer) ?? null;

/** The buyer says under which number the goods travel, or corrects it until its carrier has scanned the parcel. */
export async function sayTracking(ctx: Ctx, said: Said): Promise<Result<{ parcelId: string }, ParcelRefusal>> {
  const found = await findBuyerReturn(ctx.db, { sellerId: ctx.sellerId, returnId: said.returnId });
  if (!found) return refuse({ code: "not_found" });
  const known = correctable(found.parcels);
  return known ? correctParcel(ctx, { ...said, parcelId: known.id }) : announceParcel(ctx, said);
}
