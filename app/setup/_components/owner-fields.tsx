"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { PasswordInput } from "@/components/password-input";
import { Input } from "@/components/ui/input";
import type { Posted } from "@/lib/kernel/posted";
import { FormSection } from "./form-section";

export function OwnerFields({ typed }: Pick<Posted, "typed">) {
  const t = useTranslations("setup");
  return (
    <FormSection title={t("sections.owner")} hint={t("sections.ownerHint")}>
      <FormField name="code" hint={t("codeHint")}>
        <Input
          name="code"
          defaultValue={typed.code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
      </FormField>
      <FormField name="owner.name">
        <Input name="owner.name" defaultValue={typed["owner.name"]} autoComplete="name" />
      </FormField>
      <FormField name="owner.email">
        <Input
          name="owner.email"
          defaultValue={typed["owner.email"]}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </FormField>
      <FormField name="owner.password" hint={t("passwordHint")}>
        <PasswordInput name="owner.password" autoComplete="new-password" />
      </FormField>
    </FormSection>
  );
}
