import { z } from "zod";
import { idSchema } from "@/lib/kernel/id-schema";

/** That a promised refund was paid, with the amount as somebody typed it. */
export const settleFormSchema = z.strictObject({ refundId: idSchema, amount: z.string().trim().min(1).max(30) });
export type SettleForm = z.infer<typeof settleFormSchema>;
