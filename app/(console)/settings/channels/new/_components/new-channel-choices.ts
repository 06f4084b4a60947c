import type { SavedAddress } from "@/db/queries/addresses";
import type { Country } from "@/lib/countries";

export type NewChannelChoices = {
  countries: readonly { code: Country; name: string }[];
  currencies: readonly string[];
  timeZones: readonly string[];
  addresses: readonly SavedAddress[];
};
