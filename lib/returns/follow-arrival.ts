import { and, asc, eq } from "drizzle-orm";
import { parcelReturns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { Ctx } from "@/lib/platform/ctx";
import { CHUNK } from "@/lib/platform/moves/writer";
import { product } from "@/lib/policy/actor";
import { moveReturnsIn } from "./move-returns";

/** P-04: what a carrier's word of a parcel means for the returns in it. Those that wait for no refund are left as they are. */
export const followArrival = (
  { db, sellerId, now }: Omit<Ctx, "actor">,
  { parcelId }: { parcelId: string },
): Promise<void> =>
  withSeller(db, sellerId, async (tx) => {
    const carried = await tx
      .select({ id: parcelReturns.returnId })
      .from(parcelReturns)
      .where(and(eq(parcelReturns.sellerId, sellerId), eq(parcelReturns.parcelId, parcelId)))
      .orderBy(asc(parcelReturns.returnId))
      .limit(CHUNK);
    const ids = carried.map(({ id }) => id);
    if (ids.length === 0) return;
    await moveReturnsIn(tx, { sellerId, ids, request: { move: "arrive" }, actor: product("clock"), now });
  });
