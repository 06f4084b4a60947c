import type { Tx } from "@/db/client";
import type { Refusal } from "@/lib/kernel/result";
import { continueBulk } from "@/lib/platform/bulk/bulk";
import * as platform from "@/lib/platform/bulk/run-bulk";
import type { AnyBulkSubject, BulkSubject } from "@/lib/platform/bulk/subject";
import type { Ctx } from "@/lib/platform/ctx";
import type { Handler } from "@/lib/platform/queue/work";
import { findCloseReason } from "@/lib/reasons/choose-close-reason";
import { type BulkLimitRefusal, overBulkLimit, type RefundSumRefusal } from "@/lib/returns/member-limits";
import type { MovePlan } from "@/lib/returns/move-request";
import { moveReturnsIn, previewMoves } from "@/lib/returns/move-returns";
import { type SelectRefusal, selectReturns } from "@/lib/returns/select-returns";
import type { Selection } from "@/lib/returns/shared/selection";
import { listAddressees, listOwnReturnIds } from "./bulk-acts";
import { type BulkRequest, bulkRequestSchema, moveRequestOf } from "./bulk-request";
import { refundsInBulk } from "./refunds-in-bulk";
import { refusedRefundSum } from "./refused-refund-sum";
import { tellTeam } from "./tell-team";

export type BulkRefusal = SelectRefusal | BulkLimitRefusal | RefundSumRefusal;

const reasonOf = (tx: Tx, sellerId: string, request: BulkRequest) =>
  "comments" in request ? findCloseReason(tx, sellerId, request.reason) : null;

/** Returns as many are acted on at once; each buyer is told in their own language. */
export const returnsInBulk: BulkSubject<BulkRequest, Selection, MovePlan, BulkRefusal> = {
  kind: "return",
  request: bulkRequestSchema,
  select: selectReturns,
  overCount: overBulkLimit,
  overSum: refusedRefundSum,
  own: listOwnReturnIds,
  async plan(tx, { request, ...act }, unasked) {
    const chosen = await reasonOf(tx, act.sellerId, request);
    return previewMoves(tx, { ...act, ...moveRequestOf(request, [], chosen) }, unasked);
  },
  async move(tx, { request, ...act }) {
    const chosen = await reasonOf(tx, act.sellerId, request);
    const addressees = "comments" in request ? await listAddressees(tx, act.sellerId, act.ids) : [];
    return moveReturnsIn(tx, { ...act, ...moveRequestOf(request, addressees, chosen) });
  },
  undo: (tx, { bulkActId, ...act }) => moveReturnsIn(tx, { ...act, request: { move: "undo", bulkActId } }),
  // It was not tried, or what was missing may be there by now.
  retryable: ["not_done", "stopped", "no_return_address"],
  ended: tellTeam,
};

/** All that can be acted on in bulk. */
export const BULK_SUBJECTS: readonly AnyBulkSubject<Refusal>[] = [returnsInBulk, refundsInBulk];

type RunOnReturns = { key: string; selection: Selection; request: BulkRequest };
export const runBulk = (ctx: Ctx, run: RunOnReturns) => platform.runBulk(ctx, returnsInBulk, run);
export const retryBulkAct = (ctx: Ctx, act: { bulkActId: string; key: string }) =>
  platform.retryBulk(ctx, BULK_SUBJECTS, act);
export const undoBulkAct = (ctx: Ctx, act: { bulkActId: string }) => platform.undoBulk(ctx, BULK_SUBJECTS, act);

/** With the pauses between them, a failure that passes has about half a minute to do so. */
const ATTEMPTS = 5;

/** The worker's part in a bulk act: what its request left over, or all of it where it is large. */
export const bulkWork: Handler = (db, { sellerId, id, attempt, now, signal }) =>
  continueBulk(db, BULK_SUBJECTS, { sellerId, bulkActId: id, now, signal, isLastAttempt: attempt >= ATTEMPTS });
