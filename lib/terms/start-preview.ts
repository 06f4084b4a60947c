import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { addDays, todayIn } from "@/lib/kernel/calendar";
import { idSchema } from "@/lib/kernel/id-schema";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { operationSchema, termsSchema } from "@/lib/policy/terms/terms";
import { countRequestsSince } from "./past-requests";
import { insertPreview } from "./previews";

/** How far back a preview looks. */
const PREVIEWED_DAYS = 90;

export const previewRequestSchema = z.strictObject({
  channelId: idSchema,
  /** Left out: as they are today. */
  terms: termsSchema.optional(),
  operation: operationSchema.optional(),
});
type PreviewRequest = z.output<typeof previewRequestSchema>;
type Who = { sellerId: string; userId: string; now: Date };

/** The first day, in the channel's zone, whose requests a preview judges. */
export const previewedSince = (now: Date, timeZone: string): string => addDays(todayIn(now, timeZone), -PREVIEWED_DAYS);

/** Has the worker judge the requests of the last 90 days by terms or an operation that are not in force. */
export function startPreview(
  db: Db,
  { sellerId, userId, now }: Who,
  { channelId, terms, operation }: PreviewRequest,
): Promise<Result<{ previewId: string }, { code: "not_found" }>> {
  return withSeller(db, sellerId, async (tx) => {
    const channel = await findChannelSettings(tx, sellerId, channelId);
    if (!channel) return refuse({ code: "not_found" });
    const total = await countRequestsSince(tx, sellerId, { channelId, since: previewedSince(now, channel.timeZone) });
    const id = newId();
    const about = { terms: terms ?? null, operation: operation ?? null };
    await insertPreview(tx, sellerId, { id, channelId, ...about, total, createdBy: userId, createdAt: now });
    return ok({ previewId: id });
  });
}
