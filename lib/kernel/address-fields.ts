import { postcodeValidator, postcodeValidatorExistsForCountry } from "postcode-validator";
import type { Address } from "./address";
import { placeOf, splitPlace } from "./address-district";
import { REGIONS } from "./address-regions";

const PARTS = ["recipient", "line1", "line2", "city", "district", "region", "postalCode", "phone"] as const;
export type AddressPart = (typeof PARTS)[number];

/** What a part is called there; the words are in the message files. */
const WORDS = {
  recipient: "recipient",
  line1: "line1",
  line2: "line2",
  city: "city",
  district: "district",
  region: "region",
  postalCode: "postalCode",
  phone: "phone",
} as const;
export const PART_WORDS = [
  ...PARTS,
  "state",
  "province",
  "prefecture",
  "emirate",
  "county",
  "area",
  "detailedAddress",
  "suburb",
  "town",
  "zip",
  "postcode",
  "pin",
  "eircode",
  "cep",
] as const;
export type PartWord = (typeof PART_WORDS)[number];

export type AddressField = {
  name: AddressPart;
  word: PartWord;
  isRequired: boolean;
  /** Takes a line of its own. */
  isWide: boolean;
  /** What can be chosen, by the code that is kept; null: free text. */
  choices: readonly { code: string; name: string }[] | null;
};

type Rule = {
  order?: readonly AddressPart[];
  without?: readonly AddressPart[];
  required?: readonly AddressPart[];
  words?: Partial<Record<AddressPart, PartWord>>;
};

const USUAL: readonly AddressPart[] = ["recipient", "line1", "line2", "city", "region", "postalCode", "phone"];
const CODE_FIRST: readonly AddressPart[] = ["recipient", "line1", "line2", "postalCode", "city", "region", "phone"];
const LARGE_FIRST: readonly AddressPart[] = ["recipient", "region", "city", "line1", "line2", "postalCode", "phone"];
const NO_REGION: Rule = { order: CODE_FIRST, without: ["region"] };

const RULES: Readonly<Record<string, Rule>> = {
  US: { required: ["region"], words: { region: "state", postalCode: "zip" } },
  CA: { required: ["region"], words: { region: "province" } },
  AU: { required: ["region"], words: { region: "state", city: "suburb", postalCode: "postcode" } },
  MX: { order: CODE_FIRST, required: ["region"], words: { region: "state" } },
  BR: { required: ["region"], words: { region: "state", postalCode: "cep" } },
  IN: { required: ["region"], words: { region: "state", postalCode: "pin" } },
  GB: { without: ["region"], words: { city: "town", postalCode: "postcode" } },
  IE: { words: { region: "county", postalCode: "eircode" } },
  CN: {
    order: ["recipient", "region", "city", "district", "line1", "line2", "postalCode", "phone"],
    required: ["region"],
    words: { region: "province", line1: "detailedAddress" },
  },
  JP: {
    order: ["recipient", "postalCode", "region", "city", "line1", "line2", "phone"],
    required: ["region"],
    words: { region: "prefecture" },
  },
  KR: { order: LARGE_FIRST, words: { region: "province" } },
  HK: { without: ["postalCode"], words: { region: "area", city: "district" } },
  AE: { without: ["postalCode"], required: ["region"], words: { region: "emirate" } },
  IT: { order: CODE_FIRST, words: { region: "province" } },
  ES: { order: CODE_FIRST, words: { region: "province" } },
  ...Object.fromEntries(["DE", "FR", "NL", "BE", "SE", "PL", "CZ", "CH", "PT", "IL"].map((code) => [code, NO_REGION])),
  SG: { without: ["region"] },
};

const ALWAYS: readonly AddressPart[] = ["recipient", "line1", "city"];
const WIDE: readonly AddressPart[] = ["recipient", "line1", "line2"];

/** The fields of an address in a country, in the order and under the names that people there expect. */
export function addressFields(country: string): AddressField[] {
  const { order = USUAL, without = [], required = [], words = {} } = RULES[country] ?? {};
  return order
    .filter((name) => !without.includes(name))
    .map((name) => ({
      name,
      word: words[name] ?? WORDS[name],
      isRequired:
        ALWAYS.includes(name) ||
        required.includes(name) ||
        (name === "postalCode" && (country === "" || hasPostalCodes(country))),
      isWide: WIDE.includes(name),
      choices: name === "region" ? (REGIONS[country] ?? null) : null,
    }));
}

/** Some fifty countries know no postal codes; where nobody wrote their form down, none is asked for. */
const hasPostalCodes = (country: string): boolean => postcodeValidatorExistsForCountry(country);

/** Whether a postal code can be one of a country; where nobody wrote its form down, anything is. */
export function isPostalCode(code: string, country: string): boolean {
  if (country === "JP") return /^\d{3}-?\d{4}$/.test(code);
  return !hasPostalCodes(country) || postcodeValidator(code, country);
}

export function withPlace<Typed extends { city: string; district: string }>({
  district,
  ...address
}: Typed): Omit<Typed, "district"> {
  return { ...address, city: placeOf({ city: address.city, district }) };
}

/** What was typed, without what the country has no field for. */
export function fitted<Typed extends { [Part in AddressPart]: string } & { country: string }>(typed: Typed): Typed {
  const names = new Set(addressFields(typed.country).map(({ name }) => name));
  return { ...typed, ...Object.fromEntries(PARTS.filter((name) => !names.has(name)).map((name) => [name, ""])) };
}

export type TypedAddress = { [Part in AddressPart]: string } & { country: string };

/** An address as it will be kept, before anyone has judged it. */
export const asKept = (typed: TypedAddress) => withPlace(fitted(typed));

/** A saved address as its fields hold it; what else a row says of it is no part of the form. */
export const typedFrom = (saved: Address): TypedAddress => {
  const { recipient, line1, line2, city, region, postalCode, country, phone } = saved;
  return {
    ...{ recipient, line1, city, district: "", postalCode, country },
    ...(country === "CN" && splitPlace(city)),
    ...{ line2: line2 ?? "", region: region ?? "", phone: phone ?? "" },
  };
};
