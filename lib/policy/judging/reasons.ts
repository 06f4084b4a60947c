import { remembered } from "@/lib/kernel/remembered";

/**
 * The reasons we have words for, each with the codes that mean it on some marketplace.
 * Codes are written as `lookupForm` leaves them: no `CR-`, upper case, `_` for everything else.
 */
const CODES_OF_REASON = {
  unauthorized_purchase: ["UNAUTHORIZED_PURCHASE"],
  quality: ["QUALITY_UNACCEPTABLE", "QUALITY"],
  box_and_item_damaged: ["DAMAGED_BY_CARRIER"],
  accidental_order: [
    "ORDERED_WRONG_ITEM",
    "AMZ_PG_MISORDERED",
    "MISORDERED",
    "ORDERED_ACCIDENTALLY",
    "ORDERED_BY_MISTAKE",
  ],
  wrong_item_sent: ["SWITCHEROO", "DIFFERENT_PRODUCT", "WRONG_ITEM"],
  incompatible: ["NOT_COMPATIBLE", "PART_NOT_COMPATIBLE"],
  no_longer_needed: ["UNWANTED_ITEM", "NO_LONGER_NEEDED", "NO_LONGER_NEED_ITEM", "UNWANTED"],
  item_damaged: ["DAMAGED_BY_FC", "AMZ_PG_DAMAGED", "DAMAGED", "ARRIVED_DAMAGED"],
  better_price: ["FOUND_BETTER_PRICE", "FOUND_CHEAPER", "FOUND_IT_CHEAPER"],
  defective: ["DEFECTIVE", "AMZ_PG_BAD_ITEM", "BAD_ITEM", "DEFECTIVE_ITEM"],
  missing_parts: ["MISSING_PARTS"],
  extra_item: ["EXTRA_ITEM"],
  bad_description: [
    "AMZ_PG_BAD_DESC",
    "BAD_DESC",
    "NOT_AS_DESCRIBED",
    "NOT_AS_PHOTO",
    "DESCRIPTION_MISMATCH",
    "COLOR_NOT_AS_DESCRIBED",
  ],
  too_late: ["MISSED_ESTIMATED_DELIVERY", "ARRIVED_LATE", "TOO_LATE"],
  no_reason: ["NO_REASON_GIVEN", "NO_REASON"],
  too_small: ["TOO_SMALL", "APPAREL_TOO_SMALL", "SIZE_TOO_SMALL"],
  too_large: ["TOO_LARGE", "APPAREL_TOO_LARGE", "SIZE_TOO_LARGE"],
  poor_fit: ["POOR_FIT", "WRONG_SIZE"],
  style: ["STYLE", "APPAREL_STYLE"],
  color: ["DID_NOT_LIKE_COLOR", "COLOR"],
  fabric: ["DID_NOT_LIKE_FABRIC"],
  excessive_installation: ["EXCESSIVE_INSTALLATION"],
  customer_damaged: ["CUSTOMER_DAMAGED"],
  undeliverable: ["UND_UNKNOWN", "UNDELIVERABLE_UNKNOWN"],
  delivery_refused: ["UNDELIVERABLE_REFUSED"],
  counterfeit: ["COUNTERFEIT", "FAKE_OR_COUNTERFEIT"],
  empty_parcel: ["EMPTY_PARCEL", "EMPTY_PACKAGE"],
  short_quantity: ["SHORT_QUANTITY", "QUANTITY_SHORTAGE"],
} as const satisfies Record<string, readonly string[]>;

export type KnownReason = keyof typeof CODES_OF_REASON;
export const KNOWN_REASONS = Object.keys(CODES_OF_REASON) as KnownReason[];

const REASON_OF_CODE = new Map<string, KnownReason>(
  KNOWN_REASONS.flatMap((reason) => [
    [reason.toUpperCase(), reason] as const,
    ...CODES_OF_REASON[reason].map((code) => [code, reason] as const),
  ]),
);

/** P-08: the code without Amazon's prefix, so that `CR-X` and `X` group together. Nothing else is touched. */
export const normaliseReason = (raw: string): string => raw.trim().replace(/^CR-(?=.)/i, "");

const lookupForm = (raw: string): string =>
  normaliseReason(raw)
    .replace(/@.*$/, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_");

/** The reason we have words for, or null: then the code is shown as it came (P-08). */
export const reasonKey = remembered((raw: string): KnownReason | null => {
  const code = lookupForm(raw);
  // AMZ-PG-<group>-TOO-SMALL: the groups are open-ended, what follows them is not.
  return REASON_OF_CODE.get(code) ?? REASON_OF_CODE.get(code.replace(/^AMZ_PG_[A-Z]+_/, "")) ?? null;
});
