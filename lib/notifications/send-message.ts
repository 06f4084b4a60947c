import { readFile } from "node:fs/promises";
import type { Db, Tx } from "@/db/client";
import { findFile } from "@/db/queries/files";
import { findSending, lockSending, type SendingMessage, updateMessage } from "@/db/queries/messages";
import { lockReturns } from "@/db/queries/move-subjects";
import { withSeller } from "@/db/tenant";
import { SYSTEM } from "../actor";
import { filePath } from "../files/store-file";
import { type Handler, TryLater, type Work } from "../jobs/work";
import { renderLabels } from "../labels/render-labels";
import { addEvents } from "../returns/add-events";
import { deliverable } from "./mail-address";
import type { Delivery, MailServer } from "./mail-server";
import { type MessageState, UNDELIVERED } from "./message";

const GIVEN_UP_AFTER_MS = 5 * 86_400_000;
/** So often may a server have taken a message without an answer; each time costs the reader a copy at most. */
const LOST_AT_MOST = 2;

type Settings = {
  /** Null: mail is not sent but kept. */
  server: MailServer | null;
  dataDir: string;
};

/**
 * Hands a message to the mail server. It is marked before and after: one that is found marked was on its way when its
 * worker died, and counts as taken without an answer. Throws when it has to be tried again later.
 */
export const mailWork =
  ({ server, dataDir }: Settings): Handler =>
  async (db, work) => {
    const message = await withSeller(db, work.sellerId, (tx) => findSending(tx, work.sellerId, work.id));
    const address = deliverable(message?.toAddress ?? null);
    if (!message || !isOnItsWay(message)) return;
    if (!server || !address) return keep(db, work);
    const delivery = await deliver(db, work, { ...message, toAddress: address }, { server, dataDir }).catch(
      async (error: unknown) => {
        await settle(db, work, message, { outcome: "later", error: "The message could not be prepared." });
        throw error;
      },
    );
    const state = delivery && (await settle(db, work, message, delivery));
    if (state === "queued") throw new TryLater("the mail server did not take a message");
  };

type Addressed = SendingMessage & { toAddress: string };

/** One attempt; null when the message is not to be sent (any more). */
async function deliver(
  db: Db,
  work: Work,
  message: Addressed,
  { server, dataDir }: Settings & { server: MailServer },
): Promise<Delivery | null> {
  // Labels are drawn anew at each attempt, which is too much work for a server that is away.
  const away = message.attachments.length > 0 ? await server.absence() : null;
  if (away !== null) return { outcome: "later", error: away };
  const attachments = await attached(db, work.sellerId, message, dataDir);
  if (!(await markSending(db, work, message))) return null;
  return server.send({ ...message, language: message.locale, attachments });
}

const isOnItsWay = ({ state }: { state: MessageState }): boolean => state === "queued" || state === "sending";

const keep = (db: Db, { sellerId, id, fence }: Work): Promise<void> =>
  withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    const message = await lockSending(tx, sellerId, id);
    if (message && isOnItsWay(message)) await updateMessage(tx, sellerId, id, { state: "kept" });
  });

/** Marks a message as on its way; false when it is not to be sent (any more). */
const markSending = (db: Db, work: Work, found: SendingMessage): Promise<boolean> =>
  withSeller(db, work.sellerId, async (tx) => {
    const { sellerId, id } = work;
    await work.fence(tx);
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
  const { returnId, toAddress: to } = message;
  if (!returnId || !UNDELIVERED.some((undelivered) => undelivered === state)) return;
  await addEvents(tx, [{ sellerId, returnId, kind: "not_delivered", actor: SYSTEM, now, data: { to, error, state } }]);
}

/** The files that go along, made or read now; a label that is no longer to be had is left out. */
async function attached(db: Db, sellerId: string, { attachments }: SendingMessage, dataDir: string) {
  const files: { filename: string; content: Buffer }[] = [];
  for (const attachment of attachments) {
    const { name: filename } = attachment;
    if (attachment.kind === "label") {
      const { pdf } = await renderLabels(db, sellerId, [attachment.returnId], { parts: ["label", "slip"] });
      if (pdf.length > 0) files.push({ filename, content: pdf });
    } else {
      const file = await withSeller(db, sellerId, (tx) => findFile(tx, sellerId, attachment.fileId));
      if (file) files.push({ filename, content: await readFile(filePath(dataDir, sellerId, file.id)) });
    }
  }
  return files;
}
