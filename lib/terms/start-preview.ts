import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { todayIn } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
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
/** The first day, in the channel's zone, whose requests a preview judges. */
export const previewedSince = (now: Date, timeZone: string): string => addDays(todayIn(now, timeZone), -PREVIEWED_DAYS);

/** Has the worker judge the requests of the last 90 days by terms or an operation that are not in force. */
export function startPreview(
  { db, sellerId, actor, now }: Ctx,
  { channelId, terms, operation }: PreviewRequest,
): Promise<Result<{ previewId: string }, { code: "not_found" }>> {
  return withSeller(db, sellerId, async (tx) => {
    const channel = await findChannelSettings(tx, sellerId, channelId);
    if (!channel) return refuse({ code: "not_found" });
    const total = await countRequestsSince(tx, sellerId, { channelId, since: previewedSince(now, channel.timeZone) });
    const id = newId();
    const about = { terms: terms ?? null, operation: operation ?? null };
    await insertPreview(tx, sellerId, { id, channelId, ...about, total, createdBy: personId(actor), createdAt: now });
    return ok({ previewId: id });
  });
}
