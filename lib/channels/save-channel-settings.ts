import type { Db } from "@/db/client";
import * as queries from "@/db/queries/channel-settings";
import { withSeller } from "@/db/tenant";
import type { Operation } from "../policy/terms";
import { ok, type Result, refuse } from "../result";
import { changeOperation } from "./change-operation";
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

export const settingsOf = ({ written, replyTo }: queries.FoundChannel): SavedSettings => {
  const { undoSeconds, requestMail, instructions } = written.operation;
  return { version: written.version, undoSeconds, requestMail, instructions, replyTo };
};

/**
 * Saves how a channel works and where its buyers answer to. What did not change is not written. Refuses `changed_since`
 * when somebody else was faster.
 */
export function saveChannelSettings(
  db: Db,
  who: Who,
  { channelId, seen, replyTo, ...settings }: ChannelSettings,
): Promise<Result<Saved, Refused>> {
  const { sellerId } = who;
  return withSeller(db, sellerId, async (tx): Promise<Result<Saved, Refused>> => {
    await queries.lockChannel(tx, sellerId, channelId);
    const channel = await queries.findChannelSettings(tx, sellerId, channelId);
    if (!channel) return refuse({ code: "not_found" });
    // The address beside the policy does not keep who wrote it.
    if (channel.replyTo !== seen.replyTo)
      return refuse({ code: "changed_since", name: null, at: null, current: settingsOf(channel) });
    const change = { channelId, seenVersion: seen.version };
    const written = await changeOperation(tx, who, change, (operation) => ({ ...operation, ...settings }));
    if (!written.ok) {
      const { refusal } = written;
      if (refusal.code === "not_found") return refuse(refusal);
      return refuse({ code: "changed_since", name: refusal.name, at: refusal.at, current: settingsOf(channel) });
    }
    if (replyTo !== channel.replyTo) await queries.updateReplyTo(tx, sellerId, channelId, replyTo);
    return ok({ version: written.value.version, replyTo });
  });
}
