import { useTranslations } from "next-intl";
import { type AddressField, addressFields } from "@/lib/kernel/address-fields";

const COMPLETE = {
  recipient: "name",
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  district: "address-level3",
  region: "address-level1",
  postalCode: "postal-code",
  phone: "tel",
} as const;

export type LaidOutField = AddressField & { label: string; hint: string | undefined; autoComplete: string };

/** The fields of an address in a country with their names; a region that is in no list stays to be chosen. */
export function useAddressLayout(country: string, region = ""): LaidOutField[] {
  const t = useTranslations("addresses");
  return addressFields(country).map((field) => {
    const isListed = field.choices?.some(({ code }) => code === region) ?? true;
    return {
      ...field,
      choices:
        field.choices && !isListed && region ? [{ code: region, name: region }, ...field.choices] : field.choices,
      label: t(`words.${field.word}`),
      hint: field.name === "district" ? t("districtHint") : undefined,
      autoComplete: COMPLETE[field.name],
    };
  });
}
