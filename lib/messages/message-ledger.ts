import type { Tx } from "@/db/client";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
import type { Entry, Leaving, Ledger, Standing } from "@/lib/platform/outbox/leave";
import { product } from "@/lib/policy/actor";
import { type MessageState, UNDELIVERED } from "@/lib/policy/messages/message";
import { findSending, lockSending, type SendingMessage, updateMessage } from "./messages";

/** A message that is on its way, by mail or to a robot. */
export type LeavingMessage = SendingMessage & Leaving;

const STATE_OF = {
  marked: "sending",
  waiting: "queued",
  done: "sent",
  kept: "kept",
  refused: "refused",
  unknown: "unknown",
  given_up: "failed",
} as const satisfies Record<Standing, MessageState>;

const onItsWay = (message: SendingMessage | null): LeavingMessage | null =>
  message && (message.state === STATE_OF.waiting || message.state === STATE_OF.marked)
    ? { ...message, isMarked: message.state === STATE_OF.marked }
    : null;

/** Messages as what leaves is kept: one that did not arrive is told in its return's history. */
export const messageLedger: Ledger<LeavingMessage> = {
  find: async (tx, { sellerId, id }) => onItsWay(await findSending(tx, sellerId, id)),
  async lock(tx, { sellerId, id }, { returnId }, { end }) {
    // Returns are locked before their messages, here as everywhere.
    if (end && returnId) await lockReturns(tx, sellerId, [returnId]);
    return onItsWay(await lockSending(tx, sellerId, id));
  },
  async write(tx, { sellerId, id, now }, message, { standing, error, lostAnswers }) {
    const state = STATE_OF[standing];
    const isDone = standing === "done";
    await updateMessage(
      tx,
      sellerId,
      id,
      { state, lostAnswers, ...(isDone ? { sentAt: now } : {}), ...(isDone || error ? { lastError: error } : {}) },
      { isAttempt: standing === "marked" },
    );
    const undelivered = UNDELIVERED.find((one) => one === state);
    if (undelivered) await tell(tx, { sellerId, now }, message, { state: undelivered, error });
  },
};

async function tell(
  tx: Tx,
  { sellerId, now }: { sellerId: string; now: Date },
  { returnId, toAddress, toName }: LeavingMessage,
  { state, error }: Pick<Entry, "error"> & { state: (typeof UNDELIVERED)[number] },
): Promise<void> {
  if (!returnId) return;
  const data = { to: toAddress ?? toName, error: error ?? "", state };
  await addEvents(tx, [{ sellerId, returnId, kind: "not_delivered", actor: product("delivery"), now, data }]);
}
