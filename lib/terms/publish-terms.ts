import { withSeller } from "@/db/tenant";
import { findFloor } from "@/lib/channels/floors";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { breachesOf, diffTerms, type FloorBreach } from "@/lib/policy/terms/rows";
import { inForce } from "@/lib/policy/terms/versions";
import { type DraftRefusal, openDraft } from "./draft";
import type { PublishTerms } from "./terms-input";
import { deleteDraft, findNewest, insertVersion } from "./terms-rows";

export type PublishRefusal =
  | DraftRefusal
  | { code: "invalid"; fields: Record<string, string[]> }
  /** S1-04, each value with the least that the marketplace asks for. */
  | { code: "below_floor"; breaches: FloorBreach[] }
  /** That day's version says the same already. */
  | { code: "nothing_changed"; version: number };

/**
 * Makes a channel's draft its next version, in force from a date in the channel's zone on, today or later (P-10), and
 * has undecided returns judged again (P-26). Only the draft as it was seen is published.
 */
export function publishTerms(
  ctx: Ctx,
  { channelId, seen, effectiveFrom, note }: PublishTerms,
): Promise<Result<{ version: number; effectiveFrom: string }, PublishRefusal>> {
  const { db, sellerId, actor, now } = ctx;
  return withSeller(
    db,
    sellerId,
    async (tx): Promise<Result<{ version: number; effectiveFrom: string }, PublishRefusal>> => {
      const opened = await openDraft(tx, ctx, { channelId, seen });
      if (!opened.ok) return opened;
      const { channel, versions, today } = opened.value;
      const newest = await findNewest(tx, sellerId, channelId);
      // Without a draft nothing was seen, and openDraft has refused.
      if (!channel.draft || !newest) return refuse({ code: "not_found" });
      const { terms } = channel.draft;
      if (effectiveFrom < today) return refuse({ code: "invalid", fields: { effectiveFrom: ["in_past"] } });
      const breaches = breachesOf(terms, (await findFloor(tx, channel))?.floor ?? null);
      if (breaches.length > 0) return refuse({ code: "below_floor", breaches });
      const before = inForce(versions, effectiveFrom);
      if (diffTerms(before.terms, terms).length === 0)
        return refuse({ code: "nothing_changed", version: before.version });
      const version = newest.version + 1;
      const row = { id: newId(), channelId, version, effectiveFrom, terms, note };
      await insertVersion(tx, sellerId, { ...row, createdBy: actor.id, createdAt: now });
      await addSellerEvent(tx, {
        sellerId,
        kind: "terms_published",
        actor,
        now,
        subject: { kind: "channel", id: channelId },
        data: { version, effectiveFrom, note },
      });
      await deleteDraft(tx, sellerId, channelId);
      await queueRejudge(tx, sellerId, channelId);
      return ok({ version, effectiveFrom });
    },
  );
}
