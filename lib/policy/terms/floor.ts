import { z } from "zod";

const days = z.int().min(0);
const percent = z.int().min(0).max(100);

/** What a marketplace asks of every seller at least. What it says nothing about is left out (S1-04). */
export const floorSchema = z.strictObject({
  windowDays: days.optional(),
  byCategory: z.array(z.strictObject({ category: z.string(), days })).optional(),
  restocking: z.strictObject({ latePercent: percent, damagedPercent: percent, differentPercent: percent }).optional(),
  freeReturn: z.strictObject({ requestDays: days, extraDaysAfterPromise: days }).optional(),
  /** Reasons that may not be the buyer's fault. */
  neverBuyersFault: z.array(z.string()).optional(),
  noLocalAddressUpToMinor: z.int().min(0).optional(),
});
export type Floor = z.infer<typeof floorSchema>;
