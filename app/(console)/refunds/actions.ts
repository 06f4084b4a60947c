"use server";

import { action } from "@/lib/platform/action";
import { settleRefund as settle, settleFormSchema } from "@/lib/returns/settle-refund";

export const settleRefund = action({
  name: "refunds.settle",
  needs: "returns:decide",
  input: settleFormSchema,
  run: settle,
  touches: () => ["returns"] as const,
});
