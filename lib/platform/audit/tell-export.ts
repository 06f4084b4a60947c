import { withSeller } from "@/db/tenant";
import type { Export } from "@/lib/policy/events/exports";
import type { Ctx } from "../ctx";
import { trail } from "../log";
import { addSellerEvent } from "./add-seller-event";

export type Taken = { what: Export; filter: string; count: number };

/** The shop reads who took which of its people's data away, what they asked for, and how many rows it was. */
export async function tellExport({ db, sellerId, actor, now }: Ctx, { what, filter, count }: Taken): Promise<void> {
  const data = { what, filter: filter.slice(0, 500), count };
  await withSeller(db, sellerId, (tx) => addSellerEvent(tx, { sellerId, kind: "data_exported", actor, now, data }));
  trail("data exported", { sellerId, userId: actor.id, what, count });
}
