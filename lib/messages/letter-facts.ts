import { addDaysTo } from "@/lib/kernel/calendar";
import { shownText } from "@/lib/kernel/shown-text";
import { DEADLINES_OF_STATUS } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { reasonsOf } from "@/lib/policy/judging/reason-names";
import { normaliseReason, reasonKey } from "@/lib/policy/judging/reasons";
import { AWAITED } from "@/lib/policy/machines/return/statuses";
import type { MailWords } from "./mail-words";
import type { LetterFacts } from "./messages";

export const returnNumber = ({ number }: LetterFacts): string => `R-${number}`;

type Item = Pick<LetterFacts["lines"][number], "title" | "sku"> & { quantity: number };

const named = (items: readonly Item[], { mail }: MailWords): string =>
  items
    .filter(({ quantity }) => quantity > 0)
    .map(({ title, sku, quantity }) => mail("item", { name: shownText(title ?? sku ?? mail("untitled")), quantity }))
    .join("\n");

/** The items of a return, one a line; of one that was authorized in part, those that come back. */
export const itemLines = ({ lines }: LetterFacts, words: MailWords): string =>
  named(
    lines.map(({ quantity, closed, ...item }) => ({ ...item, quantity: quantity - closed })),
    words,
  );

/** What was closed while the rest was authorized; null: nothing. */
export const closedLines = ({ lines }: LetterFacts, words: MailWords): string | null =>
  named(
    lines.map(({ closed, ...item }) => ({ ...item, quantity: closed })),
    words,
  ) || null;

/** Names reasons as the marketplace of a return does; a code that has no words is told as it came (P-08). */
export function reasonWordOf({ channel }: LetterFacts, { reasons, theirReasons, locale }: MailWords) {
  const ours = reasonsOf(channel.marketplace, theirReasons, reasons);
  return (reason: string, labels?: ReasonLabels | null): string => {
    const known = reasonKey(reason);
    if (labels) return labels[locale];
    return known ? ours(known) : normaliseReason(reason);
  };
}

const WHILE_AWAITED: readonly string[] = DEADLINES_OF_STATUS[AWAITED];

/** Until when the buyer should hand the parcel in: what is due is its arrival, and transit is allowed for (S1-21). */
export function sendBackBy({ openClocks, operation, channel }: LetterFacts): Date | null {
  const due = openClocks.find(({ kind }) => WHILE_AWAITED.includes(kind));
  if (!due) return null;
  const transitDays = channel.programme === "free_return" ? 0 : operation.clocks.transitDays;
  return addDaysTo(new Date(due.dueAt), -transitDays, channel.timeZone);
}
