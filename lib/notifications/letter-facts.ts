import type { LetterFacts } from "@/db/queries/messages";
import { addDaysTo } from "../policy/calendar";
import type { ReasonLabels } from "../policy/own-reasons";
import { normaliseReason, reasonKey } from "../policy/reasons";
import type { MailWords } from "./mail-words";

export const returnNumber = ({ number }: LetterFacts): string => `R-${number}`;

/** The items of a return, one a line. */
export const itemLines = ({ lines }: LetterFacts, { mail }: MailWords): string =>
  lines
    .map(({ title, sku, quantity }) => mail("item", { name: title ?? sku ?? mail("untitled"), quantity }))
    .join("\n");

/** A reason in words; a code that has none is told as it came (P-08). */
export function reasonWord(reason: string, { reasons, locale }: MailWords, labels?: ReasonLabels | null): string {
  const known = reasonKey(reason);
  if (labels) return labels[locale];
  return known ? reasons(known) : normaliseReason(reason);
}

/** Until when the buyer should hand the parcel in: what is due is its arrival, and transit is allowed for (S1-21). */
export function sendBackBy({ openClocks, operation, channel }: LetterFacts): Date | null {
  const due = openClocks.find(({ kind }) => kind === "send_back");
  if (!due) return null;
  const transitDays = channel.programme === "free_return" ? 0 : operation.clocks.transitDays;
  return addDaysTo(new Date(due.dueAt), -transitDays, channel.timeZone);
}
