import type { z } from "zod";
import type { CountryName } from "@/components/address/country-names";
import type { Country } from "@/lib/kernel/countries";
import type { setUpSchema } from "@/lib/team/set-up-input";

export type SetUpInput = z.input<typeof setUpSchema>;
export type ChannelDraft = SetUpInput["channel"];

/** What the selects offer; countries come with their name in the reader's language. */
export type SetUpChoices = {
  /** Where parcels may go. */
  addressCountries: readonly CountryName[];
  countries: { code: Country; name: string }[];
  currencies: string[];
  timeZones: string[];
};
