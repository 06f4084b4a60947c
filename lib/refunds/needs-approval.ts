import type { Tx } from "@/db/client";
import type { Acting } from "@/lib/platform/ctx";
import { findMemberLimits } from "@/lib/returns/member-limits";

/** Above what this person may refund in one act, or where that cannot be compared, a second one has to say yes. */
export async function needsApproval(tx: Tx, { sellerId, actor }: Acting, amountMinor: number, currency: string) {
  const limits = actor.id === null ? null : (await findMemberLimits(tx, sellerId, actor.id))?.refundLimits;
  if (!limits || Object.keys(limits).length === 0) return false;
  const limit = limits[currency];
  return limit === undefined || amountMinor > limit;
}
