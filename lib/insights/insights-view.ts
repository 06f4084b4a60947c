import { z } from "zod";
import { addDays, daysBetween } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { dateSchema } from "@/lib/kernel/schemas";
import { DIMENSIONS, type Dimension, type Period } from "./insights";

/** Ready-made periods, in days up to today. */
export const PERIODS = ["30", "90"] as const;
/** A longer period would make a page wait; its latest part is shown. */
export const DAYS_AT_MOST = 366;

const day = dateSchema.nullable().catch(null).default(null);
export const insightsQuery = z.object({
  by: z.enum(DIMENSIONS).catch("sku").default("sku"),
  days: z.enum(PERIODS).nullable().catch(null).default(null),
  from: day,
  to: day,
  channel: z.string().refine(isId).nullable().catch(null).default(null),
});

export type InsightsView = Period & {
  by: Dimension;
  /** Null where the days were chosen one by one. */
  days: (typeof PERIODS)[number] | null;
  /** The period was longer than what is shown. */
  isCut: boolean;
};

/** What the address of the insights says; what means nothing is left out. */
export const readInsightsView = (raw: Record<string, string | string[] | undefined>, today: string): InsightsView =>
  insightsViewOf(insightsQuery.parse(raw), today);

/** Days up to today where none are said. */
export function insightsViewOf(
  { by, days, from, to, channel }: z.output<typeof insightsQuery>,
  today: string,
): InsightsView {
  if (days === null && (from !== null || to !== null)) {
    const [start, end] = [from ?? to ?? today, to ?? today];
    const [first, last] = start <= end ? [start, end] : [end, start];
    const isCut = daysBetween(first, last) >= DAYS_AT_MOST;
    return { by, days: null, from: isCut ? addDays(last, 1 - DAYS_AT_MOST) : first, to: last, channel, isCut };
  }
  const shown = days ?? "30";
  return { by, days: shown, from: addDays(today, 1 - Number(shown)), to: today, channel, isCut: false };
}
