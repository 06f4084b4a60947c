import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { addEvents } from "@/lib/platform/moves/add-events";
import { lockReturns } from "@/lib/platform/moves/lock-returns";
import { untilBack } from "@/lib/platform/queue/until-back";
import { NotYet, TryLater, type Work } from "@/lib/platform/queue/work";
import { product } from "@/lib/policy/actor";
import { type MessageState, UNDELIVERED } from "@/lib/policy/messages/message";
import { findSending, lockSending, type SendingMessage, updateMessage } from "./messages";

const GIVEN_UP_AFTER_MS = 5 * 86_400_000;
/** So often may a message have been taken without an answer; each time costs the reader a copy at most. */
const LOST_AT_MOST = 2;

/** `later`: not taken, and worth another try; `unanswered`: handed over whole, and nobody knows whether it was taken. */
export type Delivery = { outcome: "sent" } | { outcome: "refused" | "later" | "unanswered"; error: string };

/** One attempt. `mark` is called right before anything leaves; false: the message is not to be sent (any more). */
type Attempt = (mark: () => Promise<boolean>) => Promise<Delivery | null>;

const isOnItsWay = ({ state }: { state: MessageState }): boolean => state === "queued" || state === "sending";

/** The message this work is about; null when it is not on its way (any more). */
export async function findOnItsWay(db: Db, { sellerId, id }: Work): Promise<SendingMessage | null> {
  const message = await withSeller(db, sellerId, (tx) => findSending(tx, sellerId, id));
  return message && isOnItsWay(message) ? message : null;
}

/** Asked with the mark, in one transaction: throws `NotYet` where too much has just gone to the same receiver. */
type Gate = (tx: Tx) => Promise<void>;

/**
 * Carries a message to whoever takes it. It is marked before and after: one that is found marked was on its way when its
 * worker died, and counts as taken without an answer. Throws when it has to be tried again later.
 */
export async function carryMessage(
  db: Db,
  work: Work,
  message: SendingMessage,
  attempt: Attempt,
  gate?: Gate,
): Promise<void> {
  const delivery = await attempt(() => markSending(db, work, message, gate)).catch(async (error: unknown) => {
    if (error instanceof NotYet) throw error;
    const unprepared = { outcome: "later", error: "The message could not be prepared." } as const;
    await untilBack(() => settle(db, work, message, unprepared), work.signal);
    throw error;
  });
  // What was handed over is written down as soon as it can be: found marked, it would be sent once more.
  const state = delivery && (await untilBack(() => settle(db, work, message, delivery), work.signal));
  if (state === "queued") throw new TryLater("a message was not taken");
}

/** Ends the way of a message that cannot be sent: it stays in the mailbox. */
export const keepMessage = (db: Db, { sellerId, id, fence }: Work): Promise<void> =>
  withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    const message = await lockSending(tx, sellerId, id);
    if (message && isOnItsWay(message)) await updateMessage(tx, sellerId, id, { state: "kept" });
  });

/** Marks a message as on its way; false when it is not to be sent (any more). */
const markSending = (db: Db, work: Work, found: SendingMessage, gate?: Gate): Promise<boolean> =>
  withSeller(db, work.sellerId, async (tx) => {
    const { sellerId, id } = work;
    await work.fence(tx);
    await gate?.(tx);
    if (found.state === "sending") await lockItsReturn(tx, sellerId, found);
    const message = await lockSending(tx, sellerId, id);
    if (!message || !isOnItsWay(message)) return false;
    if (message.state === "sending") {
      const lostAnswers = message.lostAnswers + 1;
      if (lostAnswers >= LOST_AT_MOST) {
        await end(tx, work, message, { state: "unknown", error: "worker ended", lostAnswers });
        return false;
      }
      await updateMessage(tx, sellerId, id, { lostAnswers }, { isAttempt: true });
      return true;
    }
    await updateMessage(tx, sellerId, id, { state: "sending" }, { isAttempt: true });
    return true;
  });

/** Returns are locked before their messages, here as everywhere; only an ending is told in a return's history. */
async function lockItsReturn(tx: Tx, sellerId: string, { returnId }: SendingMessage): Promise<void> {
  if (returnId) await lockReturns(tx, sellerId, [returnId]);
}

/** Writes down what became of an attempt, and answers how the message stands now. */
const settle = (db: Db, work: Work, found: SendingMessage, delivery: Delivery): Promise<MessageState | null> =>
  withSeller(db, work.sellerId, async (tx) => {
    const { sellerId, id, now } = work;
    await work.fence(tx);
    if (delivery.outcome === "sent") {
      await updateMessage(tx, sellerId, id, { state: "sent", sentAt: now, lastError: null });
      return "sent";
    }
    await lockItsReturn(tx, sellerId, found);
    const message = await lockSending(tx, sellerId, id);
    if (!message || !isOnItsWay(message)) return message?.state ?? null;
    const { error } = delivery;
    const lostAnswers = message.lostAnswers + (delivery.outcome === "unanswered" ? 1 : 0);
    const isTooOld = now.getTime() - message.createdAt.getTime() > GIVEN_UP_AFTER_MS;
    const state =
      delivery.outcome === "refused"
        ? "refused"
        : lostAnswers >= LOST_AT_MOST
          ? "unknown"
          : isTooOld
            ? "failed"
            : "queued";
    await end(tx, work, message, { state, error, lostAnswers });
    return state;
  });

type Ending = { state: MessageState; error: string; lostAnswers: number };

/** A message that did not arrive is told in its return's history. */
async function end(tx: Tx, { sellerId, id, now }: Work, message: SendingMessage, ending: Ending): Promise<void> {
  const { state, error, lostAnswers } = ending;
  await updateMessage(tx, sellerId, id, { state, lastError: error, lostAnswers });
  const { returnId } = message;
  const to = message.toAddress ?? message.toName;
  const undelivered = UNDELIVERED.find((one) => one === state);
  if (!returnId || !undelivered) return;
  const data = { to, error, state: undelivered };
  await addEvents(tx, [{ sellerId, returnId, kind: "not_delivered", actor: product("delivery"), now, data }]);
}
