import type { Tx } from "@/db/client";
import type { Acting } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { CHUNK } from "@/lib/platform/moves/writer";
import { isClosing } from "@/lib/policy/machines/return/move-names";
import { findCloseReason } from "@/lib/reasons/choose-close-reason";
import { findMemberLimits, overRefundSum, type RefundSumRefusal, sumRefunds } from "@/lib/returns/member-limits";
import { previewMoves } from "@/lib/returns/move-returns";
import { type BulkRequest, moveRequestOf } from "./bulk-request";

type Act = Acting & { ids: readonly string[]; request: BulkRequest };

/**
 * Whether a closing of all these would promise more in a currency than this person may in one act (S2-03); null when it
 * would not. The rows are locked in id order, so that no rival changes what they are worth before the bulk act is there. What
 * is refused one by one anyway, as more than the limit by itself or of unknown worth, is no part of the sum.
 */
export async function refusedRefundSum(tx: Tx, act: Act): Promise<RefundSumRefusal | null> {
  const { sellerId, request, actor, now, ids } = act;
  if (!isClosing(request) || actor.id === null) return null;
  const chosen = await findCloseReason(tx, sellerId, request.reason);
  if (!chosen?.carriesRefund) return null;
  const limits = (await findMemberLimits(tx, sellerId, actor.id))?.refundLimits ?? {};
  if (Object.keys(limits).length === 0) return null;
  const inOrder = [...ids].sort();
  for (let start = 0; start < inOrder.length; start += CHUNK)
    await lockReturns(tx, sellerId, inOrder.slice(start, start + CHUNK));
  const plan = await previewMoves(tx, { sellerId, actor, now, ids, ...moveRequestOf(request, [], chosen) });
  return overRefundSum(await sumRefunds(tx, { sellerId, actor }, plan.moves));
}
