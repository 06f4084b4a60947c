import type { Floor } from "@/lib/policy/terms/rows";
import type { TypedTerms } from "./typed-terms";

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
