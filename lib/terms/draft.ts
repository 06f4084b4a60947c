import type { Tx } from "@/db/client";
import { lockChannel } from "@/lib/channels/channel-settings";
import { todayIn } from "@/lib/kernel/calendar";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Acting } from "@/lib/platform/ctx";
import type { Terms } from "@/lib/policy/terms/terms";
import { inForce } from "@/lib/policy/terms/versions";
import {
  type ChannelTerms,
  findChannelTerms,
  findNewest,
  listRunningVersions,
  type RunningVersion,
} from "./terms-rows";

export type DraftRefusal =
  | { code: "not_found" }
  /** Somebody saved, discarded or published since the page was drawn; with what stands now. `revision` null: no draft. */
  | { code: "changed_since"; name: string | null; at: Date; revision: number | null; terms: Terms };

/** Counts the saves, from the second a draft was begun: one begun anew is never taken for the one before it. */
export const nextRevision = (seen: number | null, now: Date): number =>
  seen === null ? Math.floor(now.getTime() / 1000) : seen + 1;

type Opened = { channel: ChannelTerms; versions: RunningVersion[]; today: string };

/** Takes the channel and looks whether its draft is still the one that was open; null: there was none. */
export async function openDraft(
  tx: Tx,
  { sellerId, now }: Acting,
  { channelId, seen }: { channelId: string; seen: number | null },
): Promise<Result<Opened, DraftRefusal>> {
  if (!(await lockChannel(tx, sellerId, channelId))) return refuse({ code: "not_found" });
  const channel = await findChannelTerms(tx, sellerId, channelId);
  if (!channel) return refuse({ code: "not_found" });
  const today = todayIn(now, channel.timeZone);
  const versions = await listRunningVersions(tx, sellerId, channelId, today);
  const { draft } = channel;
  if ((draft?.revision ?? null) === seen) return ok({ channel, versions, today });
  if (draft) {
    const { updatedByName: name, updatedAt: at, revision, terms } = draft;
    return refuse({ code: "changed_since", name, at, revision, terms });
  }
  const newest = await findNewest(tx, sellerId, channelId);
  const { terms } = inForce(versions, today);
  const { createdByName: name, createdAt: at } = newest ?? { createdByName: null, createdAt: now };
  return refuse({ code: "changed_since", name, at, revision: null, terms });
}
