/** The filters that take several values, and say of each how many returns it would find. */
export const COUNTED_VALUES = ["verdict", "channel", "assignee", "reason"] as const;
export type CountedValue = (typeof COUNTED_VALUES)[number];
