import { placeOf } from "./address-district";
import { type AddressPart, addressFields, isPostalCode, type TypedAddress } from "./address-fields";
import { DISTRICT_AT_MOST, isCountry, LINE_AT_MOST, POSTAL_CODE_AT_MOST } from "./address-limits";
import { undrawable } from "./drawable";

type Code = "required" | "too_long" | "invalid" | "bad_postal_code" | "not_printable";
export type AddressProblem = { part: AddressPart | "country"; code: Code };

const PARTS = ["recipient", "line1", "line2", "city", "region", "postalCode"] as const satisfies AddressPart[];
const LONGEST = { postalCode: POSTAL_CODE_AT_MOST, district: DISTRICT_AT_MOST } as const;
const longest = (part: AddressPart): number => (part in LONGEST ? LONGEST[part as keyof typeof LONGEST] : LINE_AT_MOST);

/** What is wrong with an address as it is typed, each part once: too long anywhere, then what its country asks for. */
export function addressProblems(typed: TypedAddress): AddressProblem[] {
  const tooLong = ([...PARTS, "phone", "district"] as const).filter(
    (part) => typed[part].trim().length > longest(part),
  );
  const problems: AddressProblem[] = tooLong.map((part) => ({ part, code: "too_long" }));
  if (!isCountry(typed.country)) problems.push({ part: "country", code: "invalid" });
  return [
    ...problems,
    ...countryProblems(
      typed,
      problems.map(({ part }) => part),
    ),
  ];
}

/** What a country asks of an address, but for the parts that are known to be wrong. */
export function countryProblems(typed: TypedAddress, known: readonly string[] = []): AddressProblem[] {
  const problems: AddressProblem[] = [];
  if (placeOf(typed).length > LINE_AT_MOST && !known.includes("district"))
    problems.push({ part: "district", code: "too_long" });
  for (const { name, isRequired } of addressFields(typed.country)) {
    if ([...known, ...problems.map(({ part }) => part)].includes(name)) continue;
    const code = codeOf(typed[name].trim(), name, isRequired, typed.country);
    if (code) problems.push({ part: name, code });
  }
  return problems;
}

function codeOf(text: string, name: AddressPart, isRequired: boolean, country: string): Code | null {
  if (text === "") return isRequired ? "required" : null;
  if (name === "postalCode" && !isPostalCode(text, country)) return "bad_postal_code";
  return undrawable(text).length > 0 ? "not_printable" : null;
}
