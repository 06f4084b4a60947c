import { useTranslations } from "next-intl";
import { AddressControl } from "@/components/address/address-control";
import { CountryOptions } from "@/components/address/country-options";
import { useAddressLayout } from "@/components/address/use-address-layout";
import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import type { TypedAddress } from "@/lib/kernel/address-fields";

type AddressInputsProps = { address: TypedAddress; onChange: (address: TypedAddress) => void };

/** The fields of a new return address, as its country has them. */
export function AddressInputs({ address, onChange }: AddressInputsProps) {
  const t = useTranslations("addresses");
  const fields = useAddressLayout(address.country, address.region);
  return (
    <div className="grid gap-3 rounded-card border border-line p-3.5 md:grid-cols-2">
      <FormField name="newAddress.country" isRequired className="md:col-span-2">
        <Select
          value={address.country}
          onChange={(event) => onChange({ ...address, country: event.target.value })}
          autoComplete="country"
        >
          <option value="">{t("chooseCountry")}</option>
          <CountryOptions />
        </Select>
      </FormField>
      {fields.map((field) => (
        <FormField
          key={field.name}
          name={`newAddress.${field.name}`}
          hint={field.hint}
          isRequired={field.isRequired}
          isOptional={!field.isRequired}
          className={field.isWide ? "md:col-span-2" : ""}
        >
          <AddressControl
            field={field}
            value={address[field.name]}
            onChange={(event) => onChange({ ...address, [field.name]: event.target.value })}
          />
        </FormField>
      ))}
    </div>
  );
}
