import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { portalOf } from "@/lib/channels/portals";
import { paths } from "@/lib/i18n/paths";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import { newId } from "@/lib/kernel/ids";
import { lockReturns } from "@/lib/platform/moves/lock-returns";
import type { Handler } from "@/lib/platform/queue/work";
import type { Attachment, MessageData, MessageKind } from "@/lib/policy/messages/message";
import type { RobotKind } from "@/lib/policy/messages/robot-kinds";
import { type BuyerKind, buyerLetter } from "./buyer-letter";
import type { Letter } from "./letter";
import { letterHtml } from "./letter-html";
import { letterText } from "./letter-text";
import { deliverable, oneLine } from "./mail-address";
import { mailWords } from "./mail-words";
import { HIDDEN_TOKEN } from "./member-letter";
import { findLetterFacts, findOutboxReturn, insertMessages, type LetterFacts, takeOutbox } from "./messages";
import { robotText } from "./robot-text";
import { listTemplates } from "./template-rows";
import { toMember } from "./to-member";
import { toTeam } from "./to-team";

type Settings = {
  /** What links begin with; its host stands in each Message-ID. */
  appUrl: string;
  /** Whether mail can be sent at all; without a server it is kept in the mailbox. */
  hasServer: boolean;
};

type Leaving = { kind: MessageKind; returnId: string | null; data: MessageData };
type Recipient = {
  id: string | null;
  name: string | null;
  address: string | null;
  robot?: { id: string; kind: RobotKind };
};
/** One letter, and who gets it. */
type Envelope = {
  letter: Letter;
  recipients: readonly Recipient[];
  fromName: string;
  replyTo: string | null;
  attachments: Attachment[];
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
      const envelopes = await addressed(tx, sellerId, leaving, { appUrl: settings.appUrl, now });
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

type Context = { appUrl: string; now: Date };

/** What is said to whom, once for each language; nothing when there is nothing to be told any more. */
async function addressed(tx: Tx, sellerId: string, leaving: Leaving, context: Context): Promise<Envelope[]> {
  const facts = leaving.returnId ? await findLetterFacts(tx, sellerId, leaving.returnId) : null;
  switch (leaving.kind) {
    case "buyer.requested":
    case "buyer.authorized":
    case "buyer.closed":
    case "buyer.received":
    case "buyer.reminded":
    case "buyer.extended":
    case "buyer.message":
    case "buyer.link":
      return facts ? [await toBuyer(tx, sellerId, { kind: leaving.kind, data: leaving.data }, facts, context)] : [];
    case "member.invited":
    case "member.reset":
    case "member.reset_used":
    case "member.new_device": {
      const told = await toMember(tx, sellerId, leaving, context);
      return told ? [{ ...told, ...fromUs(told.letter) }] : [];
    }
    default: {
      const told = await toTeam(tx, sellerId, { kind: leaving.kind, data: leaving.data }, facts, context);
      return told.map((one) => ({ ...one, ...fromUs(one.letter) }));
    }
  }
}

/** What the product writes by itself comes from nobody who could answer. */
const fromUs = ({ locale }: Letter) => ({
  fromName: mailWords(buyerLanguage(locale)).mail("sender"),
  replyTo: null,
  attachments: [],
});

async function toBuyer(
  tx: Tx,
  sellerId: string,
  { kind, data }: { kind: BuyerKind; data: MessageData },
  facts: LetterFacts,
  { appUrl }: Context,
): Promise<Envelope> {
  const own = await listTemplates(tx, sellerId);
  const { slug, isOn } = await portalOf(tx, sellerId, facts.channel);
  const href = isOn ? new URL(paths.portalLink(slug, HIDDEN_TOKEN), appUrl).href : null;
  const attachments = kind === "buyer.authorized" ? labelsOf(facts) : [];
  const { buyerName: name, buyerEmail: address } = facts.order;
  return {
    letter: buyerLetter(kind, facts, { own, data, attachments, href }),
    recipients: [{ id: null, name, address }],
    fromName: facts.channel.name,
    replyTo: facts.channel.replyTo,
    attachments,
  };
}

/** S1-08: label and slip as one file, or beside the seller's own label the slip; a free return has neither of ours. */
function labelsOf({ id, rma, labelKind, labelFile }: LetterFacts): Attachment[] {
  if (rma === null) return [];
  const drawn: Attachment = { kind: "label", returnId: id, name: `${rma}.pdf` };
  return labelKind === "own" && labelFile
    ? [{ kind: "file", fileId: labelFile.id, name: labelFile.name }, drawn]
    : [drawn];
}
