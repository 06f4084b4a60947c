"use server";

import { refundMany, refundManySchema } from "@/lib/bulk/refunds-in-bulk";
import { action } from "@/lib/platform/action";
import { makeRefund as make } from "@/lib/refunds/make-refund";
import { refundSchema } from "@/lib/refunds/refund-input";

/** Money goes back to the buyer, or a second person is asked for it. */
export const makeRefund = action({
  name: "refunds.make",
  needs: "refunds:make",
  input: refundSchema,
  run: make,
  touches: () => ["returns"] as const,
});

/** Money goes back to the buyers of a selection, as the terms say of each. */
export const refundReturns = action({
  name: "refunds.makeMany",
  needs: "refunds:make",
  input: refundManySchema,
  run: refundMany,
  touches: () => ["returns", "bulkActs"] as const,
});
