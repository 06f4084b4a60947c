import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { AddressControl } from "@/components/address/address-control";
import { CountryOptions } from "@/components/address/country-options";
import { useAddressLayout } from "@/components/address/use-address-layout";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AddressValues } from "./address-values";
import { useAuthorizeErrors } from "./use-authorize-errors";

/** The fields of a new return address, as its country has them. */
export function AddressInputs() {
  const t = useTranslations("addresses");
  const errorText = useAuthorizeErrors();
  const { register, control, formState } = useFormContext<AddressValues>();
  const [country, region] = useWatch({ control, name: ["newAddress.country", "newAddress.region"] });
  const fields = useAddressLayout(country, region);
  const errors = formState.errors.newAddress;
  const wrong = (name: keyof AddressValues["newAddress"]) =>
    errors?.[name] && errorText(`newAddress.${name}`, errors[name].message ?? "required");
  return (
    <div className="grid gap-3 rounded-card border border-line p-3.5 md:grid-cols-2">
      <Field label={t("country")} isRequired error={wrong("country")} className="md:col-span-2">
        <Select {...register("newAddress.country")} autoComplete="country">
          <option value="">{t("chooseCountry")}</option>
          <CountryOptions />
        </Select>
      </Field>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.label}
          hint={field.hint}
          isRequired={field.isRequired}
          isOptional={!field.isRequired}
          error={wrong(field.name)}
          className={field.isWide ? "md:col-span-2" : ""}
        >
          <AddressControl field={field} {...register(`newAddress.${field.name}`)} />
        </Field>
      ))}
    </div>
  );
}
