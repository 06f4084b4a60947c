import { formatDay } from "@/lib/i18n/format";
import {
  closeReasonLabel,
  FREE_RETURN,
  fillTemplate,
  type OwnTemplate,
  resolveTemplate,
  templateLanguage,
  templateValues,
} from "@/lib/i18n/templates";
import { addressLines } from "@/lib/kernel/address-lines";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import { shownText } from "@/lib/kernel/shown-text";
import { postageOf } from "@/lib/policy/judging/freight";
import { isExpiry } from "@/lib/policy/machines/return/kinds-of-status";
import type { Attachment, MessageData, TemplateKind } from "@/lib/policy/messages/message";
import { type Block, factRows, type Letter } from "./letter";
import { closedLines, itemLines, returnNumber, sendBackBy } from "./letter-facts";
import { mailWords } from "./mail-words";
import type { LetterFacts } from "./messages";

/** What a buyer is written of a return; the link that they asked for again has no words of the seller's. */
export type BuyerKind = Exclude<TemplateKind, "buyer.refunded"> | "buyer.link";

type Told = {
  own: readonly OwnTemplate[];
  data: MessageData;
  attachments: readonly Attachment[];
  /** The link to the buyer's page; null where the channel has none. */
  href: string | null;
};

/**
 * What a buyer is told, in their own language, or English where theirs is unknown: the seller's words or ours, and below
 * them what those may have left out of what a return needs (S1-08, S2-07, S4-03, S4-04).
 */
export function buyerLetter(kind: BuyerKind, facts: LetterFacts, told: Told): Letter {
  const { mail } = mailWords(buyerLanguage(facts.order.buyerLocale));
  const { subject, body } = WORDS[kind](facts, told);
  const isOurs = kind === "buyer.link" || (kind === "buyer.closed" && isExpiry(facts.moves.at(-1)?.kind));
  const locale = isOurs
    ? buyerLanguage(facts.order.buyerLocale)
    : templateLanguage(told.own, { kind, reason: reasonOf(kind, facts) }, facts.order.buyerLocale);
  const links: Block[] = told.href ? [{ kind: "links", links: [{ label: mail("act.page"), href: told.href }] }] : [];
  const number = returnNumber(facts);
  return {
    locale,
    subject,
    heading: null,
    blocks: [{ kind: "text", text: body }, ...links, detailsOf(kind, facts, body, told.attachments)],
    footer: mail("buyerFooter", { shop: facts.channel.name, order: facts.order.number, number }),
  };
}

/** What the words of a message are for. */
function reasonOf(kind: TemplateKind, { channel, closeReason }: LetterFacts): string {
  if (kind === "buyer.authorized") return channel.programme === "free_return" ? FREE_RETURN : "";
  return kind === "buyer.closed" ? (closeReason ?? "") : "";
}

type Said = { subject: string; body: string };

const WORDS: Record<BuyerKind, (facts: LetterFacts, told: Told) => Said> = {
  "buyer.requested": (facts, { own }) => fromTemplate("buyer.requested", facts, own, ""),
  "buyer.authorized": (facts, { own }) =>
    fromTemplate("buyer.authorized", facts, own, reasonOf("buyer.authorized", facts)),
  "buyer.closed": (facts, { own }) => {
    if (isExpiry(facts.moves.at(-1)?.kind)) return ownWords("expired", facts);
    const { subject, body } = fromTemplate("buyer.closed", facts, own, facts.closeReason ?? "");
    // What was written at the closing is the message: the template was its draft.
    return { subject, body: facts.closeComment ?? body };
  },
  "buyer.reminded": (facts, { own }) => fromTemplate("buyer.reminded", facts, own, ""),
  "buyer.extended": (facts, { own }) => fromTemplate("buyer.extended", facts, own, ""),
  "buyer.received": (facts, { own }) => fromTemplate("buyer.received", facts, own, ""),
  "buyer.message": (facts, { own, data }) => {
    const { subject } = fromTemplate("buyer.message", facts, own, "");
    return { subject: data.subject ?? subject, body: data.text ?? "" };
  },
  "buyer.link": (facts) => ownWords("link", facts),
};

function fromTemplate(kind: TemplateKind, facts: LetterFacts, own: readonly OwnTemplate[], reason: string): Said {
  const locale = templateLanguage(own, { kind, reason }, facts.order.buyerLocale);
  const template = resolveTemplate(own, { kind, locale, reason });
  const values = templateValues(
    {
      buyerName: facts.order.buyerName,
      itemName: facts.itemName,
      orderNumber: facts.order.number,
      shopName: facts.channel.name,
      returnNumber: returnNumber(facts),
      rma: facts.rma,
      returnAddress: facts.address && addressLines(facts.address).join("\n"),
      instructions: facts.instructions,
      reason: closedFor(facts, locale),
      comment: facts.closeComment,
      sendBackBy: sendByWord(facts, locale),
    },
    locale,
  );
  return { subject: fillTemplate(template.subject, values), body: fillTemplate(template.body, values) };
}

/** What the product says by itself, whatever the seller's words. */
function ownWords(what: "expired" | "link", facts: LetterFacts): Said {
  const { mail } = mailWords(buyerLanguage(facts.order.buyerLocale));
  const named = { order: facts.order.number, item: shownText(facts.itemName ?? mail("untitled")) };
  return { subject: mail(`${what}.subject`, named), body: mail(`${what}.body`, named) };
}

/** Why it was closed, as it was called then; null where buyers are not to read it, or nobody has words. */
function closedFor(facts: LetterFacts, locale: string): string | null {
  const { closeReason, closeReasonLabels, isCloseReasonHidden } = facts;
  if (closeReason === null || isCloseReasonHidden) return null;
  return closeReasonLabel(closeReason, locale, closeReasonLabels);
}

function sendByWord(facts: LetterFacts, locale: string): string | null {
  const at = sendBackBy(facts);
  return at && formatDay(at, { locale, timeZone: facts.channel.timeZone });
}

/** The facts of the return; a long one only where the text above has not said it already. */
function detailsOf(kind: BuyerKind, facts: LetterFacts, body: string, attachments: readonly Attachment[]) {
  const locale = buyerLanguage(facts.order.buyerLocale);
  const words = mailWords(locale);
  const { mail } = words;
  const unsaid = (text: string | null) => (text !== null && body.includes(text) ? null : text);
  const names = attachments.map(({ name }) => name).join(", ");
  const isAuthorized = kind === "buyer.authorized";
  return factRows([
    [mail("fact.order"), facts.order.number],
    [mail("fact.items"), itemLines(facts, words)],
    ...(isAuthorized
      ? ([
          [mail("fact.rma"), facts.rma],
          [mail("fact.sendTo"), unsaid(facts.address && addressLines(facts.address).join("\n"))],
          [mail("fact.postage"), facts.labelKind && mail(`postage.${postageOf(facts.labelKind, facts.labelPaidBy)}`)],
          [mail("fact.sendBy"), sendByWord(facts, locale)],
          [mail("fact.instructions"), unsaid(facts.instructions)],
          [mail("fact.attached"), names === "" ? null : mail("attachedAs", { names })],
          [mail("fact.notAccepted"), closedLines(facts, words)],
          [mail("fact.closedFor"), closedLines(facts, words) && closedFor(facts, locale)],
          [mail("fact.aboutThese"), closedLines(facts, words) && facts.closeComment],
        ] as const)
      : []),
    ...(kind === "buyer.reminded" || kind === "buyer.extended"
      ? ([
          [mail("fact.rma"), facts.rma],
          [mail("fact.sendBy"), sendByWord(facts, locale)],
        ] as const)
      : []),
    ...(kind === "buyer.closed" && facts.closeReason !== "other"
      ? ([[mail("fact.closedFor"), closedFor(facts, locale)]] as const)
      : []),
  ]);
}
