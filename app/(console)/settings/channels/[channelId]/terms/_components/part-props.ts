import type { Floor } from "@/lib/policy/terms/floor";
import type { TypedTerms } from "./typed-terms";

/** Of the channel, what its terms are written for; `today` is its date. */
export type TermsChannel = { id: string; currency: string; marketplace: string; isFreeReturn: boolean; today: string };

/** What every part of the form is given. */
export type PartProps = {
  typed: TypedTerms;
  set: (change: Partial<TypedTerms>) => void;
  floor: Floor | null;
  marketplace: string;
  currency: string;
  /** Its windows are those of the free return; only transit and holidays count beside them. */
  isFreeReturn: boolean;
};
