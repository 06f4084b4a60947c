import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting } from "@/lib/platform/ctx";
import { changesBetween } from "@/lib/policy/events/changes";
import { isAuthorization } from "@/lib/policy/machines/return/kinds-of-status";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import type { Operation } from "@/lib/policy/terms/terms";
import { stopAuthorizing } from "./channel-clocks";
import { findChannelSettings, insertOperation, lockChannel } from "./channel-settings";
import { queueRejudge } from "./queue-rejudge";
import { toldOperation } from "./told-channel";

export type OperationRefusal =
  | { code: "not_found" }
  /** Somebody saved since the page was drawn; with what stands now. */
  | { code: "changed_since"; name: string | null; at: Date; version: number; operation: Operation };

/**
 * Writes how a channel works as its next version, in force at once (P-10), and has undecided returns judged again
 * (P-26). `seenVersion` is the one that was open; what does not change anything is not written.
 */
export async function changeOperation(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { channelId, seenVersion, note = "" }: { channelId: string; seenVersion: number; note?: string },
  change: (operation: Operation) => Operation,
): Promise<Result<{ version: number; operation: Operation }, OperationRefusal>> {
  await lockChannel(tx, sellerId, channelId);
  const channel = await findChannelSettings(tx, sellerId, channelId);
  if (!channel) return refuse({ code: "not_found" });
  const { version, operation, createdAt, createdByName } = channel.written;
  if (version !== seenVersion)
    return refuse({ code: "changed_since", name: createdByName, at: createdAt, version, operation });
  const changed = change(operation);
  if (isDeepStrictEqual(changed, operation)) return ok({ version, operation });
  const next = { id: newId(), channelId, version: version + 1, operation: changed, note };
  await insertOperation(tx, sellerId, { ...next, createdBy: actor.id, createdAt: now });
  await addSellerEvent(tx, {
    sellerId,
    kind: "operation_changed",
    actor,
    now,
    subject: { kind: "channel", id: channelId },
    data: {
      version: next.version,
      parts: diffOperation(operation, changed),
      changes: changesBetween(toldOperation(operation), toldOperation(changed)),
      note,
    },
  });
  const [was, is] = [operation.clocks.answerConsequence, changed.clocks.answerConsequence];
  // What runs keeps its date, which people were told; but nothing is authorized by itself that the seller stopped.
  if (isAuthorization(was) && is !== was) await stopAuthorizing(tx, sellerId, channelId, is);
  await queueRejudge(tx, sellerId, channelId);
  return ok({ version: next.version, operation: changed });
}
