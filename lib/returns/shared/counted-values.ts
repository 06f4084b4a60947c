/** The filters that take several values, and say of each how many returns it would find. */
export const COUNTED_VALUES = ["verdict", "channel", "assignee", "reason"] as const;
export type CountedValue = (typeof COUNTED_VALUES)[number];

/** A value of a filter with what it is called. */
export type FilterValue = { value: string; label: string };
