/** What a unit is like when it is unpacked, in the order of the station's keys. */
export const CONDITIONS = ["new", "opened", "used", "damaged", "defective", "not_ours", "incomplete"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Where a unit goes from the bench. */
export const DISPOSITIONS = ["restock", "refurbish", "return_to_vendor", "donate", "dispose", "hold"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

const USUAL: Partial<Record<Condition, Disposition>> = { new: "restock", opened: "restock" };

/** Until somebody says otherwise: what can be sold again goes back to the shelf, the rest waits for a decision. */
export const usualDisposition = (condition: Condition): Disposition => USUAL[condition] ?? "hold";

/** P-06: conditions that may cost the buyer 20 % and more, for which a picture is asked. */
const ASKS_FOR_PHOTO: readonly Condition[] = ["used", "damaged", "not_ours", "incomplete"];
export const asksForPhoto = (condition: Condition): boolean => ASKS_FOR_PHOTO.includes(condition);
