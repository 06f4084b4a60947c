import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Actor } from "@/lib/policy/actor";
import { bulkActInputSchema } from "./bulk-act-input";
import { findBulkAct } from "./bulk-acts";
import { listRefusedIds } from "./bulk-items";
import { runBulk } from "./run-bulk";

/** What the very same act may succeed at later: it was not tried, or what was missing may be there by now. */
export const RETRYABLE = ["not_done", "stopped", "no_return_address"] as const;

type Retry = {
  sellerId: string;
  bulkActId: string;
  /** Made by the client once for each intent, as for every bulk act. */
  key: string;
  actor: Actor & { id: string; name: string };
  now: Date;
};

/** Asks a bulk act's act again of those refused returns that it may succeed at, as a bulk act of its own. */
export async function retryBulkAct(
  db: Db,
  { sellerId, bulkActId, key, actor, now }: Retry,
): Promise<Result<{ bulkActId: string; total: number }, Refusal>> {
  const found = await withSeller(db, sellerId, async (tx) => ({
    bulkAct: await findBulkAct(tx, sellerId, bulkActId),
    ids: await listRefusedIds(tx, sellerId, bulkActId, RETRYABLE),
  }));
  if (!found.bulkAct) return refuse({ code: "not_found" });
  const { request } = bulkActInputSchema.parse(found.bulkAct.input);
  return runBulk(db, { sellerId, key, selection: { mode: "ids", ids: found.ids }, request, actor, now });
}
