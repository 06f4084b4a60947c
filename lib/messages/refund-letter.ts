import { formatDay } from "@/lib/i18n/format";
import {
  fillTemplate,
  type OwnTemplate,
  resolveTemplate,
  templateLanguage,
  templateValues,
} from "@/lib/i18n/templates";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { RefundStep } from "@/lib/policy/money/refund-quote";
import { tenderNamed } from "@/lib/policy/money/tenders";
import { type Block, factRows, type Letter } from "./letter";
import { type MailWords, mailWords } from "./mail-words";
import type { RefundedOrder, RefundTold } from "./refund-facts";

const KIND = { kind: "buyer.refunded", reason: "" } as const;
const isKept = ({ kind }: RefundStep): boolean => kind === "kept" || kind === "partial" || kind === "label";

/**
 * What a buyer reads of a refund: the seller's words or ours, and below them how its amount comes about, what is kept of
 * the price, and by what it was paid back. When a bank passes it on nobody here knows, and nothing is said of that.
 */
export function refundLetter(
  order: RefundedOrder,
  told: RefundTold,
  { own, href }: { own: readonly OwnTemplate[]; href: string | null },
): Letter {
  const words = mailWords(buyerLanguage(order.buyerLocale));
  const { mail } = words;
  const locale = templateLanguage(own, KIND, order.buyerLocale);
  const template = resolveTemplate(own, { ...KIND, locale });
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: told.currency }, words.locale);
  const { channel, number, returnNumber } = order;
  const refundedOn = (language: string) => formatDay(told.madeAt, { locale: language, timeZone: channel.timeZone });
  const values = templateValues(
    {
      ...{ buyerName: order.buyerName, orderNumber: number, shopName: channel.name },
      itemName: itemOf(order, told.steps),
      returnNumber: returnNumber === null ? "" : `R-${returnNumber}`,
      ...{ refundAmount: money(told.amountMinor), refundedOn: refundedOn(locale) },
    },
    locale,
  );
  const links: Block[] = href ? [{ kind: "links", links: [{ label: mail("act.page"), href }] }] : [];
  const kept = told.steps.reduce((sum, step) => (isKept(step) ? sum + step.amountMinor : sum), 0);
  return {
    locale,
    subject: fillTemplate(template.subject, values),
    heading: null,
    blocks: [
      { kind: "text", text: fillTemplate(template.body, values) },
      ...links,
      factRows([
        [mail("fact.order"), number],
        ...told.steps.map((step) => [stepWord(step, order, words), money(step.amountMinor)] as const),
        [mail("refund.amount"), money(told.amountMinor)],
        [mail("refund.keptInAll"), kept < 0 ? money(-kept) : null],
        [mail("refund.madeOn"), refundedOn(words.locale)],
        ...told.parts.map(
          ({ tender, amountMinor }) =>
            [mail("refund.to"), `${tenderWord(tender, words)} · ${money(amountMinor)}`] as const,
        ),
      ]),
    ],
    footer:
      returnNumber === null
        ? mail("orderFooter", { shop: channel.name, order: number })
        : mail("buyerFooter", { shop: channel.name, order: number, number: `R-${returnNumber}` }),
  };
}

const nameOf = ({ items }: RefundedOrder, lineId: string): string | null => {
  const item = items.find((one) => one.lineId === lineId);
  return item?.title ?? item?.sku ?? null;
};

/** The first of the items that money goes back for, else of the order. */
function itemOf(order: RefundedOrder, steps: readonly RefundStep[]): string | null {
  const first = steps.find((step) => step.kind === "goods");
  const lineId = first?.kind === "goods" ? first.lineId : order.items[0]?.lineId;
  return lineId === undefined ? null : nameOf(order, lineId);
}

function stepWord(step: RefundStep, order: RefundedOrder, { mail, condition }: MailWords): string {
  switch (step.kind) {
    case "goods": {
      const name = shownText(nameOf(order, step.lineId) ?? mail("untitled"));
      return mail("item", { name, quantity: step.quantity });
    }
    case "kept":
      return mail("refund.kept", { condition: condition(step.condition), percent: step.percent });
    case "partial":
      return mail("refund.partial", { percent: step.percent });
    default:
      return mail(`refund.${step.kind}`);
  }
}

/** By what it was paid back; a word of a file that nobody knows is told as it came. */
function tenderWord(tender: string, { mail, tenders }: MailWords): string {
  const known = tenderNamed(tender);
  if (known === "channel") return mail("refund.asPaid");
  return known ? tenders(known) : shownText(tender);
}
