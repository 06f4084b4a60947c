import { z } from "zod";
import { COMMENT_AT_MOST } from "../../limits";

/** What the seller has said of a close reason; without it, it is one of ours as it is. */
export const chosenReason = z.object({
  labels: z.object({ en: z.string(), "zh-CN": z.string() }).nullable(),
  carriesRefund: z.boolean(),
  isBuyerVisible: z.boolean(),
});

/** What of a request is closed while the others of it are authorized, with the reason and the words of any closing. */
export const restSchema = z.object({
  units: z.array(z.object({ lineId: z.string(), quantity: z.int().min(1) })).min(1),
  reason: z.string(),
  chosen: chosenReason.optional(),
  comment: z.string().max(COMMENT_AT_MOST),
});
export type Rest = z.infer<typeof restSchema>;
