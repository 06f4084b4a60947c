"use server";

import { action } from "@/lib/platform/action";
import * as moves from "@/lib/refunds/move-refund";
import { settleRefund as settle, settleRefundSchema } from "@/lib/refunds/settle-refund";

const RETURNS = () => ["returns"] as const;
const MAKE = "refunds:make";
const APPROVE = "refunds:approve";

export const settleRefund = action({
  name: "refunds.settle",
  needs: MAKE,
  input: settleRefundSchema,
  run: settle,
  touches: RETURNS,
});

export const approveRefund = action({
  name: "refunds.approve",
  needs: APPROVE,
  input: moves.refundIdSchema,
  run: moves.approveRefund,
  touches: RETURNS,
});

export const declineRefund = action({
  name: "refunds.decline",
  needs: APPROVE,
  input: moves.declineSchema,
  run: moves.declineRefund,
  touches: RETURNS,
});

/** Somebody has made it where the buyer paid. */
export const tickRefund = action({
  name: "refunds.tick",
  needs: MAKE,
  input: moves.tickSchema,
  run: moves.tickRefund,
  touches: RETURNS,
});

export const failRefund = action({
  name: "refunds.fail",
  needs: MAKE,
  input: moves.failSchema,
  run: moves.failRefund,
  touches: RETURNS,
});

export const retryRefund = action({
  name: "refunds.retry",
  needs: MAKE,
  input: moves.refundIdSchema,
  run: moves.retryRefund,
  touches: RETURNS,
});

export const cancelRefund = action({
  name: "refunds.cancel",
  needs: MAKE,
  input: moves.refundIdSchema,
  run: moves.cancelRefund,
  touches: RETURNS,
});
