import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { COUNTRY_CODES } from "@/lib/countries";
import type { AddressValues } from "./address-values";

const LAYOUT = [
  { name: "recipient", complete: "name", isRequired: true, span: true },
  { name: "line1", complete: "address-line1", isRequired: true, span: true },
  { name: "line2", complete: "address-line2", isRequired: false, span: true },
  { name: "city", complete: "address-level2", isRequired: true, span: false },
  { name: "region", complete: "address-level1", isRequired: false, span: false },
  { name: "postalCode", complete: "postal-code", isRequired: true, span: false },
  { name: "country", complete: "country", isRequired: true, span: false },
  { name: "phone", complete: "tel", isRequired: false, span: false },
] as const;

/** The fields of a new return address. */
export function AddressInputs() {
  const t = useTranslations("addresses");
  const locale = useLocale();
  const { register, formState } = useFormContext<AddressValues>();
  const errors = formState.errors.newAddress;
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    const order = new Intl.Collator(locale);
    return COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
      order.compare(a.name, b.name),
    );
  }, [locale]);
  return (
    <div className="grid gap-3 rounded-card border border-line p-3.5 md:grid-cols-2">
      {LAYOUT.map(({ name, complete, isRequired, span }) => (
        <Field
          key={name}
          label={t(name)}
          isRequired={isRequired}
          isOptional={!isRequired}
          error={errors?.[name] && t(`errors.${name}`)}
          className={span ? "md:col-span-2" : ""}
        >
          {name === "country" ? (
            <Select {...register("newAddress.country")} autoComplete={complete}>
              <option value="">{t("chooseCountry")}</option>
              {countries.map((country) => (
                <option key={country.code} value={country.code}>
                  {country.name}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              {...register(`newAddress.${name}`)}
              autoComplete={complete}
              type={name === "phone" ? "tel" : "text"}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
