import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { Export } from "@/lib/policy/events/exports";
import { trail } from "../log";
import { addSellerEvent } from "./add-seller-event";

export type Taken = {
  sellerId: string;
  actor: { kind: "person" | "support"; id: string; name: string };
  what: Export;
  filter: string;
  count: number;
  now: Date;
};

/** The shop reads who took which of its people's data away, what they asked for, and how many rows it was. */
export async function tellExport(db: Db, { sellerId, actor, what, filter, count, now }: Taken): Promise<void> {
  const data = { what, filter: filter.slice(0, 500), count };
  await withSeller(db, sellerId, (tx) => addSellerEvent(tx, { sellerId, kind: "data_exported", actor, now, data }));
  trail("data exported", { sellerId, userId: actor.id, what, count });
}
