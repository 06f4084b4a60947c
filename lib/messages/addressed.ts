import type { Tx } from "@/db/client";
import { portalOf } from "@/lib/channels/portals";
import { paths } from "@/lib/i18n/paths";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import type { Attachment, MessageData, MessageKind, TeamEvent } from "@/lib/policy/messages/message";
import type { RobotKind } from "@/lib/policy/messages/robot-kinds";
import { type BuyerKind, buyerLetter } from "./buyer-letter";
import type { Letter } from "./letter";
import { mailWords } from "./mail-words";
import { HIDDEN_TOKEN } from "./member-letter";
import { findLetterFacts, type LetterFacts } from "./messages";
import { findMadeRefund, findRefundedOrder } from "./refund-facts";
import { refundLetter } from "./refund-letter";
import { listTemplates } from "./template-rows";
import { MEMBER_LETTERS, type MemberKind } from "./to-member";
import { toTeam } from "./to-team";

/** Whoever is told, by mail or as a group by its robot. */
export type Recipient = {
  id: string | null;
  name: string | null;
  address: string | null;
  robot?: { id: string; kind: RobotKind };
};

/** One letter, and who gets it. */
export type Envelope = {
  letter: Letter;
  recipients: readonly Recipient[];
  fromName: string;
  replyTo: string | null;
  attachments: Attachment[];
};

export type Told = { sellerId: string; returnId: string | null; data: MessageData; appUrl: string; now: Date };
type Handler = (tx: Tx, told: Told) => Promise<Envelope[]>;

const factsOf = (tx: Tx, { sellerId, returnId }: Told) => (returnId ? findLetterFacts(tx, sellerId, returnId) : null);

/** What the product writes by itself comes from nobody who could answer. */
const fromUs = ({ locale }: Letter) => ({
  fromName: mailWords(buyerLanguage(locale)).mail("sender"),
  replyTo: null,
  attachments: [],
});

const buyer =
  (kind: BuyerKind): Handler =>
  async (tx, told) => {
    const facts = await factsOf(tx, told);
    return facts ? [await toBuyer(tx, { kind, facts, told })] : [];
  };

const member =
  (kind: MemberKind): Handler =>
  async (tx, told) => {
    const sent = await MEMBER_LETTERS[kind](tx, told);
    return sent ? [{ ...sent, ...fromUs(sent.letter) }] : [];
  };

const team =
  (kind: TeamEvent): Handler =>
  async (tx, told) => {
    const sent = await toTeam(tx, { kind, facts: await factsOf(tx, told), told });
    return sent.map((one) => ({ ...one, ...fromUs(one.letter) }));
  };

/** Of money that went back, also where no return is about it; of what failed meanwhile nothing is said. */
async function refunded(tx: Tx, { sellerId, data, appUrl }: Told): Promise<Envelope[]> {
  const made = data.refundId ? await findMadeRefund(tx, sellerId, data.refundId) : null;
  const order = made && (await findRefundedOrder(tx, sellerId, made));
  if (!made || !order) return [];
  const own = await listTemplates(tx, sellerId);
  const href = made.returnId === null ? null : await pageHref(tx, sellerId, order.channel, appUrl);
  return [
    {
      letter: refundLetter(order, made.told, { own, href }),
      recipients: [{ id: null, name: order.buyerName, address: order.buyerEmail }],
      fromName: order.channel.name,
      replyTo: order.channel.replyTo,
      attachments: [],
    },
  ];
}

/** The link to the buyer's page of a return; null where the channel has none. */
async function pageHref(tx: Tx, sellerId: string, channel: Parameters<typeof portalOf>[2], appUrl: string) {
  const { slug, isOn } = await portalOf(tx, sellerId, channel);
  return isOn ? new URL(paths.portalLink(slug, HIDDEN_TOKEN), appUrl).href : null;
}

/** What is said to whom, one handler a kind, once for each language; nothing when there is nothing to be told any more. */
export const ADDRESSED: Record<MessageKind, Handler> = {
  "buyer.requested": buyer("buyer.requested"),
  "buyer.authorized": buyer("buyer.authorized"),
  "buyer.closed": buyer("buyer.closed"),
  "buyer.received": buyer("buyer.received"),
  "buyer.reminded": buyer("buyer.reminded"),
  "buyer.extended": buyer("buyer.extended"),
  "buyer.refunded": refunded,
  "buyer.message": buyer("buyer.message"),
  "buyer.link": buyer("buyer.link"),
  "team.requested": team("team.requested"),
  "team.withdrawn": team("team.withdrawn"),
  "team.imported": team("team.imported"),
  "team.job_done": team("team.job_done"),
  "team.overdue": team("team.overdue"),
  "team.digest": team("team.digest"),
  "member.invited": member("member.invited"),
  "member.reset": member("member.reset"),
  "member.reset_used": member("member.reset_used"),
  "member.new_device": member("member.new_device"),
};

type ToBuyer = { kind: BuyerKind; facts: LetterFacts; told: Told };

async function toBuyer(tx: Tx, { kind, facts, told: { sellerId, data, appUrl } }: ToBuyer): Promise<Envelope> {
  const own = await listTemplates(tx, sellerId);
  const href = await pageHref(tx, sellerId, facts.channel, appUrl);
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
