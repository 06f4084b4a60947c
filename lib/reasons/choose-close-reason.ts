import type { Tx } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type MergedReason, mergedReasons } from "@/lib/policy/judging/own-reasons";
import { listReasons } from "./reasons";

export type ReasonRefusal = { code: "reason_retired" } | { code: "invalid"; fields: { reason: string[] } };

/** A close reason that somebody has chosen, with what follows from it; refuses one that is retired or unknown. */
export async function chooseCloseReason(
  tx: Tx,
  sellerId: string,
  code: string,
): Promise<Result<MergedReason, ReasonRefusal>> {
  const found = await findCloseReason(tx, sellerId, code);
  if (!found) return refuse({ code: "invalid", fields: { reason: ["invalid"] } });
  return found.isRetired ? refuse({ code: "reason_retired" }) : ok(found);
}

/** A close reason of ours or of the seller's own, retired or not. */
export async function findCloseReason(tx: Tx, sellerId: string, code: string): Promise<MergedReason | null> {
  const reasons = mergedReasons(await listReasons(tx, sellerId, "close"), "close");
  return reasons.find((reason) => reason.code === code) ?? null;
}
