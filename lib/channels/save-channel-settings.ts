import type { Db } from "@/db/client";
import * as queries from "@/db/queries/channel-settings";
import { withSeller } from "@/db/tenant";
import { newId } from "../ids";
import { todayIn } from "../policy/calendar";
import type { Operation } from "../policy/terms";
import { ok, type Result, refuse } from "../result";
import type { ChannelSettings } from "./channel-settings-form";

type Who = { sellerId: string; userId: string; now: Date };
type Refused =
  | { code: "not_found" }
  /** Somebody saved since the page was drawn; with what stands now. */
  | { code: "changed_since"; name: string | null; at: Date | null; current: SavedSettings };
type Saved = { version: number; replyTo: string | null };
export type SavedSettings = Pick<Operation, "undoSeconds" | "requestMail" | "instructions"> & {
  version: number;
  replyTo: string | null;
};

export const settingsOf = ({ policy, replyTo }: queries.FoundChannel): SavedSettings => {
  const { undoSeconds, requestMail, instructions } = policy.operation;
  return { version: policy.version, undoSeconds, requestMail, instructions, replyTo };
};

const isSame = (a: Operation, b: Operation): boolean =>
  a.undoSeconds === b.undoSeconds &&
  a.instructions === b.instructions &&
  a.requestMail.isOn === b.requestMail.isOn &&
  a.requestMail.hasLinks === b.requestMail.hasLinks;

/**
 * Publishes a channel's settings as the next version of its policy, with the same terms and in force at once (P-10).
 * What did not change is not written. Refuses `changed_since` when somebody else was faster.
 */
export function saveChannelSettings(
  db: Db,
  { sellerId, userId, now }: Who,
  { channelId, seen, replyTo, ...settings }: ChannelSettings,
): Promise<Result<Saved, Refused>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<Saved, Refused>> => {
    await queries.lockChannel(tx, sellerId, channelId);
    const channel = await queries.findChannelSettings(tx, sellerId, channelId);
    if (!channel) return refuse({ code: "not_found" });
    const { policy } = channel;
    const isNewer = policy.version !== seen.version;
    if (isNewer || channel.replyTo !== seen.replyTo)
      return refuse({
        code: "changed_since",
        // The address beside the policy does not keep who wrote it.
        name: isNewer ? policy.createdByName : null,
        at: isNewer ? policy.createdAt : null,
        current: settingsOf(channel),
      });
    const operation = { ...policy.operation, ...settings };
    if (replyTo !== channel.replyTo) await queries.updateReplyTo(tx, sellerId, channelId, replyTo);
    if (isSame(operation, policy.operation)) return ok({ version: policy.version, replyTo });
    const version = policy.version + 1;
    await queries.insertPolicyVersion(tx, sellerId, {
      id: newId(),
      channelId,
      version,
      effectiveFrom: todayIn(now, channel.timeZone),
      terms: policy.terms,
      operation,
      createdBy: userId,
      createdAt: now,
    });
    return ok({ version, replyTo });
  });
}
