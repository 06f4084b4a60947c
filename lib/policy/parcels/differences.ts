import type { Condition } from "./conditions";

/** P-11: fewer units came than were asked back, more, or others than were sold. */
export const DIFFERENCES = ["fewer", "more", "other"] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** Conditions of a unit that is not what was sold, or not all of it. What is only worn, its fee answers for. */
const NOT_AS_SOLD: readonly Condition[] = ["damaged", "not_ours", "incomplete"];

type Came = { lineId: string | null; condition: Condition };

/** How what was unpacked differs from what was asked back. */
export const differencesOf = (units: readonly Came[], isRestMissing: boolean): Difference[] => {
  const has: Record<Difference, boolean> = {
    fewer: isRestMissing,
    more: units.some(({ lineId }) => lineId === null),
    other: units.some(({ condition }) => NOT_AS_SOLD.includes(condition)),
  };
  return DIFFERENCES.filter((difference) => has[difference]);
};

/** Why it differs, each with the differences that it explains, in the order of the station's keys. */
const EXPLAINS = {
  rest_follows: ["fewer"],
  not_sent: ["fewer"],
  lost_on_the_way: ["fewer", "other"],
  by_the_buyer: ["other"],
  by_the_shop: ["other"],
  sent_too_much: ["more"],
  something_else: DIFFERENCES,
} as const satisfies Record<string, readonly Difference[]>;
export type DifferenceReason = keyof typeof EXPLAINS;
/** It had left so. */
export const BY_THE_SHOP = "by_the_shop" satisfies DifferenceReason;
export const DIFFERENCE_REASONS = Object.keys(EXPLAINS) as [DifferenceReason, ...DifferenceReason[]];

const explains = (reason: DifferenceReason, difference: Difference): boolean =>
  EXPLAINS[reason].some((explained) => explained === difference);

/** What may be answered about these differences. */
export const reasonsFor = (differences: readonly Difference[]): DifferenceReason[] =>
  DIFFERENCE_REASONS.filter((reason) => differences.some((difference) => explains(reason, difference)));

/** That reason says nothing by itself. */
export const asksForNote = (reason: DifferenceReason): boolean => reason === "something_else";

/** What was said of why it differs. */
export type Explanation = { reason: DifferenceReason; note: string | null };

/** Whether these differences, if there are any, are answered for. */
export const isExplained = (differences: readonly Difference[], said: Explanation | null | undefined): boolean =>
  differences.length === 0 ||
  (said != null && reasonsFor(differences).includes(said.reason) && (Boolean(said.note) || !asksForNote(said.reason)));

/** What was last said of it on record, and whether a check-in or a grade was corrected after that. */
export type Recorded = Explanation & { isCorrectedSince: boolean };

/** The differences that nobody has answered for; after a correction an answer holds for what it speaks of alone. */
export function unexplained(differences: readonly Difference[], said: Recorded | null): Difference[] {
  if (!said || !isExplained(differences, said)) return [...differences];
  return said.isCorrectedSince ? differences.filter((difference) => !explains(said.reason, difference)) : [];
}
