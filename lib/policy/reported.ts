import { ALIEXPRESS_STATUSES } from "./aliexpress-statuses";
import type { Status } from "./lifecycle";

const STATUS_OF_REPORTED = new Map<string, Status>([
  ["pending authorization", "authorization_required"],
  ["approved", "awaiting_return"],
  ["pending refund", "awaiting_return"],
  ["received", "received"],
  ["completed", "completed"],
  ["closed", "closed"],
  ...ALIEXPRESS_STATUSES,
]);

/**
 * What a report's status means here, or null for a word we do not know (it is kept as it came).
 * An approved return that has been delivered to the seller is received.
 */
export function statusOfReport(text: string, returnDeliveredOn: string | null): Status | null {
  const status = STATUS_OF_REPORTED.get(text.trim().toLowerCase().replace(/\s+/g, " ")) ?? null;
  return status === "awaiting_return" && returnDeliveredOn ? "received" : status;
}

/** The words of reports that mean certain statuses, written as they are compared: in small letters. */
export const reportedWords = (isMeant: (status: Status) => boolean): string[] =>
  [...STATUS_OF_REPORTED].filter(([, status]) => isMeant(status)).map(([word]) => word);
