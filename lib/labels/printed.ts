import { countryName } from "@/lib/kernel/address-lines";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import type { Locale } from "@/lib/kernel/locale";
import { type Postage, postageOf } from "@/lib/policy/judging/freight";
import { type DrawnAddress, drawnAddress } from "./address-lines";
import type { LabelSubject } from "./label-subjects";
import { type LabelWords, labelWords } from "./label-words";
import { printable } from "./printable";
import { type LabelSource, labelSource } from "./shared/label-state";

/** A return as it stands on paper: every text is one the fonts can draw. */
export type Printed = {
  rma: string;
  /** R-…, ours from the start. */
  number: string;
  orderNumber: string;
  shopName: string;
  buyerName: string | null;
  /** The country that the order went to, by its name in English; the buyer writes the rest. */
  buyerCountry: string | null;
  /** Null where the parcel goes to the marketplace's own warehouse. */
  address: DrawnAddress | null;
  /** S0-25 to S0-28: how it is handed in then, and the lines that say where it goes and who takes it. */
  freeReturn: { isCollected: boolean; lines: string[] } | null;
  isPaid: boolean;
  /** Of the buyer at the carrier's counter; what it costs them in the end follows the address (P-33). */
  postage: Postage;
  labelSource: LabelSource;
  carrier: string | null;
  tracking: string | null;
  instructions: string | null;
  lines: { title: string; sku: string | null; quantity: number; reason: string }[];
  words: LabelWords;
};

export function printedReturn(subject: LabelSubject & { rma: string }, locale?: Locale): Printed {
  const words = labelWords(locale ?? buyerLanguage(subject.buyerLocale));
  const text = (value: string): string => printable(value).trim();
  const known = (value: string | null): string | null => (value && text(value)) || null;
  const { address, channel, labelKind } = subject;
  return {
    rma: subject.rma,
    number: `R-${subject.number}`,
    orderNumber: text(subject.orderNumber),
    shopName: text(channel.name),
    buyerName: known(subject.buyerName),
    buyerCountry: subject.shipCountry && countryName(subject.shipCountry),
    address: address && drawnAddress(address),
    freeReturn: freeReturnOf(subject, text),
    isPaid: labelKind !== "unpaid",
    postage: postageOf(labelKind ?? "unpaid", subject.labelPaidBy),
    labelSource: labelSource(subject),
    carrier: known(subject.labelCarrier),
    tracking: known(subject.labelTracking),
    instructions: known(subject.instructions),
    lines: subject.lines.map(({ title, sku, quantity, reason, reasonLabels }) => ({
      title: known(title) ?? words.say("untitled").main,
      sku: known(sku),
      quantity,
      reason: text(words.reason(reason, reasonLabels)),
    })),
    words,
  };
}

function freeReturnOf({ freeReturnPlace, labelPaidBy }: LabelSubject, text: (value: string) => string) {
  if (!freeReturnPlace || labelPaidBy !== "marketplace") return null;
  const { method, warehouse, carrier, site, phone } = freeReturnPlace;
  const taken = [carrier, site, phone].filter((cell) => cell !== "").join(" · ");
  return { isCollected: method === "pick_up", lines: [warehouse, taken].map(text).filter((line) => line !== "") };
}
