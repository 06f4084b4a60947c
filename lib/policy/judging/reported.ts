import { ALIEXPRESS_STATUSES } from "../machines/return/aliexpress-statuses";
import { delivered, type Status } from "../machines/return/statuses";

/** What marketplaces write in their reports, by what it means here; written as it is compared: in small letters. */
export const REPORTED_WORDS = {
  authorization_required: ["pending authorization", "pending"],
  awaiting_return: ["approved", "authorized", "authorised", "pending refund"],
  received: ["received"],
  completed: ["completed", "complete", "refund issued", "refunded"],
  closed: ["closed", "rejected", "denied", "declined", "unauthorized", "unauthorised"],
  withdrawn: ["canceled", "cancelled", "withdrawn"],
  lapsed: ["expired"],
} as const satisfies Partial<Record<Status, readonly string[]>>;

const STATUS_OF_REPORTED = new Map<string, Status>([
  ...(Object.keys(REPORTED_WORDS) as (keyof typeof REPORTED_WORDS)[]).flatMap((status) =>
    REPORTED_WORDS[status].map((word) => [word, status] as const),
  ),
  ...ALIEXPRESS_STATUSES.map(([code, status]) => [code, status] as const),
]);

/**
 * What a report's status means here, or null for a word we do not know (P-29: it is kept as it came and acts on nothing).
 * An approved return that has been delivered to the seller is received.
 */
export function statusOfReport(text: string, returnDeliveredOn: string | null): Status | null {
  const status = STATUS_OF_REPORTED.get(text.trim().toLowerCase().replace(/\s+/g, " ")) ?? null;
  return returnDeliveredOn ? delivered(status) : status;
}

/** The words of reports that mean certain statuses. */
export const reportedWords = (isMeant: (status: Status) => boolean): string[] =>
  [...STATUS_OF_REPORTED].filter(([, status]) => isMeant(status)).map(([word]) => word);
