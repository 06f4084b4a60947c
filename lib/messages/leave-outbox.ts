import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { lockReturns } from "@/lib/platform/moves/add-events";
import type { Handler } from "@/lib/platform/queue/work";
import { ADDRESSED, type Envelope } from "./addressed";
import { letterHtml } from "./letter-html";
import { letterText } from "./letter-text";
import { deliverable, oneLine } from "./mail-address";
import { findOutboxReturn, insertMessages, takeOutbox } from "./messages";
import { robotText } from "./robot-text";

type Settings = {
  /** What links begin with; its host stands in each Message-ID. */
  appUrl: string;
  /** Whether mail can be sent at all; without a server it is kept in the mailbox. */
  hasServer: boolean;
};

/**
 * Lets a message go whose time to be taken back is over: it is written for each recipient and put down word for word.
 * An undo at the same moment holds the same locks, so that either nothing leaves or nothing is undone.
 */
export const outboxWork =
  (settings: Settings): Handler =>
  (db, { sellerId, id, now, fence }) =>
    withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      const returnId = await findOutboxReturn(tx, sellerId, id);
      if (returnId) await lockReturns(tx, sellerId, [returnId]);
      const leaving = await takeOutbox(tx, sellerId, id);
      if (!leaving) return;
      const envelopes = await ADDRESSED[leaving.kind](tx, { ...leaving, sellerId, appUrl: settings.appUrl, now });
      const rowsOf = (envelope: Envelope) => {
        const { letter, attachments } = envelope;
        const mailed = { text: letterText(letter), html: letterHtml(letter) };
        return envelope.recipients.map((recipient) => {
          const messageId = newId();
          return {
            sellerId,
            id: messageId,
            outboxId: id,
            kind: leaving.kind,
            returnId: leaving.returnId,
            recipientId: recipient.id,
            robotId: recipient.robot?.id ?? null,
            toName: recipient.name && oneLine(recipient.name),
            toAddress: recipient.address && oneLine(recipient.address),
            fromName: oneLine(envelope.fromName),
            replyTo: deliverable(envelope.replyTo),
            locale: letter.locale,
            subject: oneLine(letter.subject),
            ...(recipient.robot ? { text: robotText(recipient.robot.kind, letter), html: "" } : mailed),
            attachments,
            messageId: `${messageId}@${new URL(settings.appUrl).hostname}`,
            state:
              recipient.robot || (settings.hasServer && deliverable(recipient.address))
                ? ("queued" as const)
                : ("kept" as const),
            createdAt: now,
          };
        });
      };
      await insertMessages(tx, envelopes.flatMap(rowsOf));
    });
