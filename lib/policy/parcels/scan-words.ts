import type { ScanCode } from "../machines/parcel/statuses";

/**
 * What carriers and tracking services call a scan, in small letters without signs. Sources: Amazon
 * externalFulfillmentReturns_2024-09-11, EasyPost and Shippo tracking statuses, AfterShip delivery tags, 17TRACK main states.
 */
const WORDS: Record<ScanCode, readonly string[]> = {
  label_made: ["label made", "label created", "created", "pre transit", "inforeceived", "info received", "pending"],
  handed_in: [
    "handed in",
    "accepted",
    "picked up",
    "pickedup",
    "customer dropped off",
    "picked from customer",
    "collected",
    "package received",
  ],
  in_transit: ["in transit", "transit", "intransit", "departed", "arrived", "replanned"],
  out_for_delivery: ["out for delivery", "outfordelivery", "available for pickup", "availableforpickup"],
  attempted: ["attempted", "attemptfail", "delivery attempted", "deliveryfailure"],
  exception: ["exception", "failure", "alert"],
  returned_to_sender: ["returned to sender", "return to sender", "returned"],
  delivered: ["delivered", "signed"],
  lost: ["lost", "missing"],
};

const comparable = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._-]+/g, " ")
    .trim();

const BY_WORD = new Map(
  (Object.entries(WORDS) as [ScanCode, readonly string[]][]).flatMap(([code, words]) =>
    words.map((word) => [word, code] as const),
  ),
);

/** What a scan's word means; null: nobody knows it, it is kept and moves nothing. */
export const scanCodeOf = (word: string): ScanCode | null => BY_WORD.get(comparable(word)) ?? null;
