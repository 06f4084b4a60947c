"use client";

import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SetUpChoices } from "./choices";
import { FormSection } from "./form-section";

export function AddressFields({ countries }: { countries: SetUpChoices["countries"] }) {
  const t = useTranslations("setup");
  return (
    <FormSection title={t("sections.address")} hint={t("sections.addressHint")}>
      <NamedField name="address.recipient">
        <Input name="address.recipient" />
      </NamedField>
      <NamedField name="address.line1">
        <Input name="address.line1" autoComplete="address-line1" />
      </NamedField>
      <NamedField name="address.line2" isOptional>
        <Input name="address.line2" autoComplete="address-line2" />
      </NamedField>
      <div className="grid gap-4 md:grid-cols-2">
        <NamedField name="address.city">
          <Input name="address.city" autoComplete="address-level2" />
        </NamedField>
        <NamedField name="address.region" isOptional>
          <Input name="address.region" autoComplete="address-level1" />
        </NamedField>
        <NamedField name="address.postalCode">
          <Input name="address.postalCode" autoComplete="postal-code" />
        </NamedField>
        <NamedField name="address.country">
          <Select name="address.country" autoComplete="country" defaultValue="US">
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </NamedField>
        <NamedField name="address.phone" isOptional>
          <Input name="address.phone" type="tel" autoComplete="tel" />
        </NamedField>
      </div>
    </FormSection>
  );
}
