"use client";

import { useTranslations } from "next-intl";
import { AddressControl } from "@/components/address/address-control";
import { CountryOptions } from "@/components/address/country-options";
import { useAddressLayout } from "@/components/address/use-address-layout";
import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import type { Posted } from "@/lib/kernel/posted";
import type { SetUpChoices } from "./choices";
import { FormSection } from "./form-section";

type AddressFieldsProps = {
  country: string;
  typed: Posted["typed"];
  countries: SetUpChoices["addressCountries"];
  onCountry: (country: string) => void;
};

/** The first return address, with the fields that its country has. */
export function AddressFields({ country, typed, countries, onCountry }: AddressFieldsProps) {
  const t = useTranslations("setup");
  const fields = useAddressLayout(country);
  return (
    <FormSection title={t("sections.address")} hint={t("sections.addressHint")}>
      <div className="grid gap-4 md:grid-cols-2">
        <FormField name="address.country" className="md:col-span-2">
          <Select
            name="address.country"
            autoComplete="country"
            value={country}
            onChange={(event) => onCountry(event.target.value)}
          >
            <CountryOptions countries={countries} />
          </Select>
        </FormField>
        {fields.map((field) => (
          <FormField
            key={field.name}
            name={`address.${field.name}`}
            hint={field.hint}
            isOptional={!field.isRequired}
            className={field.isWide ? "md:col-span-2" : ""}
          >
            <AddressControl
              field={field}
              name={`address.${field.name}`}
              defaultValue={typed[`address.${field.name}`] ?? ""}
            />
          </FormField>
        ))}
      </div>
    </FormSection>
  );
}
