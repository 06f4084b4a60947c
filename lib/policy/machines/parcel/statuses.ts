/** How far a parcel of returned goods has come, as its carrier's scans say. */
export const PARCEL_STATUSES = ["announced", "on_its_way", "delivered", "checked_in", "lost"] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** What a scan says; the richest public list is Amazon's, and every carrier's own words fit one of these. */
export const SCAN_CODES = [
  "label_made",
  "handed_in",
  "in_transit",
  "out_for_delivery",
  "attempted",
  "exception",
  "returned_to_sender",
  "delivered",
  "lost",
] as const;
export type ScanCode = (typeof SCAN_CODES)[number];

/** Where a scan puts its parcel; what nobody knows, and what only says that a label exists, moves nothing. */
export const STATUS_OF_SCAN: Record<ScanCode, ParcelStatus | null> = {
  label_made: null,
  handed_in: "on_its_way",
  in_transit: "on_its_way",
  out_for_delivery: "on_its_way",
  attempted: "on_its_way",
  exception: "on_its_way",
  returned_to_sender: "on_its_way",
  delivered: "delivered",
  lost: "lost",
};

/** Scans that say where a parcel is. */
export const TELLING_SCANS = SCAN_CODES.filter((code) => STATUS_OF_SCAN[code] !== null);

/** How a parcel begins. */
export const ANNOUNCED: ParcelStatus & "announced" = "announced";

/** Nobody but whoever announced it has seen it yet: its number may still be corrected. */
const UNSEEN = [ANNOUNCED] as const satisfies readonly ParcelStatus[];
export const isUnseen = (status: ParcelStatus): boolean => UNSEEN.some((unseen) => unseen === status);

/** S1-21: with the carrier, or at the door: what waits for its goods goes on waiting. */
export const UNDER_WAY = ["on_its_way", "delivered"] as const satisfies readonly ParcelStatus[];

/** Its carrier has done with it, and somebody has to look into it. */
export const AT_THE_DOOR = "delivered" satisfies ParcelStatus;
export const isAtTheDoor = (status: ParcelStatus): boolean => status === AT_THE_DOOR;
/** The scan that says so. */
export const DELIVERED_SCAN = "delivered" satisfies ScanCode;

/** Nobody here has it before them, as far as is known. */
export const NOT_IN_HAND = [ANNOUNCED, "on_its_way", "lost"] as const satisfies readonly ParcelStatus[];

/** Nobody has opened it, and nobody has given it up. */
export const STILL_COMING: readonly ParcelStatus[] = [ANNOUNCED, ...UNDER_WAY];
export const isStillComing = (status: ParcelStatus): boolean => STILL_COMING.includes(status);

/** Somebody has opened it; what its carrier still says of it moves nothing. */
export const CHECKED_IN = "checked_in" satisfies ParcelStatus;
export const isCheckedIn = (status: ParcelStatus): boolean => status === CHECKED_IN;

/** Its carrier gave it up. */
export const LOST = "lost" satisfies ParcelStatus;
export const isLost = (status: ParcelStatus): boolean => status === LOST;
