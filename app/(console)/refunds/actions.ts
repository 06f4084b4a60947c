"use server";

import { action } from "@/lib/platform/action";
import { settleRefund as settle, settleRefundSchema } from "@/lib/refunds/settle-refund";

export const settleRefund = action({
  name: "refunds.settle",
  needs: "returns:decide",
  input: settleRefundSchema,
  run: settle,
  touches: () => ["returns"] as const,
});
