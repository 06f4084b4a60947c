import type { Locale } from "@/lib/kernel/locale";
import { reasonName } from "./fault";
import type { ReasonLabels, ReasonRow } from "./own-reasons";
import { type KnownReason, normaliseReason, reasonKey } from "./reasons";

/** What a seller calls return reasons, in one language, by the name that rules have for them. */
export type OwnNames = Readonly<Record<string, string>>;

/** The names of a seller's return reasons; retired ones too, for requests of theirs are still there. */
export const ownNamesOf = (rows: readonly ReasonRow[], locale: Locale): OwnNames =>
  Object.fromEntries(
    rows.filter(({ kind }) => kind === "return").map(({ code, labels }) => [reasonName(code), labels[locale]]),
  );

/** Reasons that a marketplace calls by another name than others do; its names stand in the messages. */
const NAMED_BY = {
  aliexpress: ["short_quantity", "bad_description", "counterfeit", "accidental_order"],
} as const satisfies Record<string, readonly KnownReason[]>;
export type TheirReason = `aliexpress.${(typeof NAMED_BY)["aliexpress"][number]}`;

/** The key of a marketplace's own name for a reason; null where it has none. */
export function theirReason(reason: KnownReason, marketplace: string | null): TheirReason | null {
  const known = NAMED_BY.aliexpress.find((one) => one === reason);
  return marketplace === "aliexpress" && known ? `aliexpress.${known}` : null;
}

/** Reasons in the words of a marketplace, out of what two parts of the messages say: its own names, and ours. */
export const reasonsOf =
  (marketplace: string | null, theirs: (reason: TheirReason) => string, ours: (reason: KnownReason) => string) =>
  (reason: KnownReason): string => {
    const named = theirReason(reason, marketplace);
    return named ? theirs(named) : ours(reason);
  };

type Words = {
  own: OwnNames;
  /** What it was called on its day; null: it had no words but ours then; undefined: as of today. */
  ofDay?: string | null | undefined;
  ours: (reason: KnownReason) => string;
};

/**
 * A return reason in words: as the seller called it on its day, as the seller calls it, as we do. One that nobody named
 * stays as it came (P-08); so does history: what had our words keeps them when the seller renames it.
 */
export function wordForReason(reason: string, { own, ofDay, ours }: Words): string {
  const name = reasonName(reason);
  const known = reasonKey(reason);
  const todays = ofDay === null && known ? null : Object.hasOwn(own, name) ? own[name] : null;
  return ofDay ?? todays ?? (known ? ours(known) : normaliseReason(reason));
}

/** What the reasons of some lines were called on their day, by the name that rules have for them. */
export const labelsOfDay = (
  lines: readonly { reason: string; reasonLabels: ReasonLabels | null }[],
): Readonly<Record<string, ReasonLabels | null>> =>
  Object.fromEntries(lines.map(({ reason, reasonLabels }) => [reasonName(reason), reasonLabels]));
