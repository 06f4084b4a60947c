import { KNOWN_REASONS } from "@/lib/policy/judging/reasons";
import { type Floor, TERMS, type TermRow, type Terms } from "@/lib/policy/terms/rows";

/** Terms as they are typed, by their path: numbers and amounts as text, long lists one name a line. */
export type TypedTerms = ReturnType<typeof TERMS.typed>;

export const SECTIONS = [
  "window",
  "freeReturn",
  "exclusions",
  "fault",
  "returnless",
  "highValue",
] as const satisfies readonly TermRow["section"][];
export type Section = (typeof SECTIONS)[number];

/** The terms that a part of the form shows for a channel. */
export const rowsOf = (section: Section, isFreeReturn: boolean): TermRow[] =>
  TERMS.rows.filter(
    (row) =>
      row.section === section && (!("only" in row) || row.only === (isFreeReturn ? "free_return" : "seller_fulfilled")),
  );

/** The terms as the form shows them; `own` are reasons of the seller's own. */
export const typedTerms = (terms: Terms, currency: string, own: readonly string[]): TypedTerms =>
  TERMS.typed(terms, { currency, reasons: [...KNOWN_REASONS, ...own] });

export const termsIn = (typed: TypedTerms, currency: string): Terms => TERMS.read(typed, { currency, reasons: [] });

/** Every reason that has a row in the form. */
export const reasonsIn = (typed: TypedTerms): string[] => [
  ...new Set([...Object.keys(typed["faultByReason.reasons"]), ...Object.keys(typed.freightByReason)]),
];

/** What is typed as one text is one field, whichever of its lines is meant. */
export const textOf = (path: string): string | undefined =>
  TERMS.rows.find(({ widget, path: of }) => (widget === "lines" || widget === "sku_days") && path.startsWith(`${of}.`))
    ?.path;

const withoutKeys = (typed: TypedTerms) => JSON.stringify(typed, (name, value) => (name === "key" ? undefined : value));

/** Whether something is typed that is not in the other. */
export const isTypedAnew = (a: TypedTerms, b: TypedTerms): boolean => withoutKeys(a) !== withoutKeys(b);

/** Of the channel, what its terms are written for; `today` is its date. */
export type TermsChannel = { id: string; currency: string; marketplace: string; isFreeReturn: boolean; today: string };

/** What every field of the form is given. */
export type PartProps = {
  typed: TypedTerms;
  set: <Path extends keyof TypedTerms>(path: Path, value: TypedTerms[Path]) => void;
  floor: Floor | null;
  marketplace: string;
  currency: string;
};
