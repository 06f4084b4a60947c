"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/password-input";
import { NamedField } from "@/components/refused-form";
import { Input } from "@/components/ui/input";
import { FormSection } from "./form-section";

export function OwnerFields() {
  const t = useTranslations("setup");
  return (
    <FormSection title={t("sections.owner")} hint={t("sections.ownerHint")}>
      <NamedField name="code" hint={t("codeHint")}>
        <Input name="code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
      </NamedField>
      <NamedField name="owner.name">
        <Input name="owner.name" autoComplete="name" />
      </NamedField>
      <NamedField name="owner.email">
        <Input
          name="owner.email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </NamedField>
      <NamedField name="owner.password" hint={t("passwordHint")}>
        <PasswordInput name="owner.password" autoComplete="new-password" />
      </NamedField>
    </FormSection>
  );
}
