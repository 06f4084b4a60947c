import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { finishBulkAct, refusePending } from "@/lib/platform/bulk/acts";
import type { Actor } from "@/lib/policy/actor";
import { findBulkAct } from "./bulk-acts";

type Stop = { sellerId: string; bulkActId: string; actor: Actor; now: Date };

/** Leaves undone what a bulk act has not begun yet; what is done stays done. Answers how many were left. */
export const stopBulkAct = (
  db: Db,
  { sellerId, bulkActId, actor, now }: Stop,
): Promise<Result<{ stopped: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    if (!bulkAct) return refuse({ code: "not_found" });
    const stopped = await refusePending(tx, sellerId, bulkActId, { code: "stopped", limit: null });
    await finishBulkAct(tx, sellerId, bulkActId, { now, isSeen: bulkAct.createdBy === actor.id });
    return ok({ stopped });
  });
