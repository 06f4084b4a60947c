import { statusOfReport } from "../../judging/reported";
import { ALIEXPRESS_STATUSES, type AliexpressWord } from "./aliexpress-statuses";
import type { Status } from "./statuses";

/** The word for a status: ours, or the marketplace's own where it has another one. */
export type StatusWord = Status | AliexpressWord;

/** What a marketplace calls a status of ours, as long as its report says nothing closer. */
const WORDS: Partial<Record<string, Partial<Record<Status, StatusWord>>>> = {
  aliexpress: { awaiting_return: "buyer_to_send" },
};

const WORD_OF_REPORTED = new Map(
  ALIEXPRESS_STATUSES.flatMap(([code, , word]) => (word ? [[code, word] as const] : [])),
);

/** S0-22: what it is called once the label was taken, as far as anybody here knows. */
const ONCE_TAKEN: Partial<Record<StatusWord, StatusWord>> = { buyer_to_send: "to_arrive" };

/**
 * P-29: a status as the marketplace calls it; its report says the stage within ours, if it stands where we do. Where no
 * report says it, whether the label was taken does.
 */
export function statusWord(
  status: Status,
  marketplace: string,
  reported: string | null,
  isLabelTaken = false,
): StatusWord {
  const theirs = WORDS[marketplace]?.[status];
  if (!theirs) return status;
  const isAgreed = reported !== null && statusOfReport(reported, null) === status;
  const said = isAgreed ? WORD_OF_REPORTED.get(reported.trim().toLowerCase()) : undefined;
  return said ?? (isLabelTaken ? (ONCE_TAKEN[theirs] ?? theirs) : theirs);
}
