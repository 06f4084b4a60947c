import type { Db } from "@/db/client";
import { lockReturns } from "@/db/queries/lock-returns";
import { withSeller } from "@/db/tenant";
import type { Actor } from "../actor";
import { ok, type Refusal, type Result, refuse } from "../result";
import { addEvents } from "./add-events";

/** Leaves a note for the seller's own team on a return; the buyer never sees it. Refuses `not_found`. */
export const addNote = (
  db: Db,
  {
    sellerId,
    returnId,
    text,
    actor,
    now,
  }: { sellerId: string; returnId: string; text: string; actor: Actor; now: Date },
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, [returnId]);
    if (!existing.has(returnId)) return refuse({ code: "not_found" });
    await addEvents(tx, [{ sellerId, returnId, kind: "note", actor, now, data: { text } }]);
    return ok(null);
  });
