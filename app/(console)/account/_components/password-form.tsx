"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { FormField } from "@/components/form/form-problems";
import { PasswordInput } from "@/components/password-input";
import { Banner } from "@/components/ui/banner";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { changeOwnPassword } from "../actions";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const [isChanged, setChanged] = useState(false);
  return (
    <Form
      action={changeOwnPassword}
      read={(typed) => {
        setChanged(false);
        return ok(textsOf(typed, ["currentPassword", "newPassword"]));
      }}
      onDone={(_value, _sent, form) => {
        form.reset();
        setChanged(true);
      }}
      labels={{ currentPassword: t("currentPassword"), newPassword: t("newPassword") }}
      className="max-w-sm"
    >
      {isChanged && (
        <Banner tone="success" role="status" className="mb-4">
          {t("changed")}
        </Banner>
      )}
      <input className="hidden" autoComplete="username" value={email} readOnly />
      <div className="flex flex-col items-start gap-4">
        <FormField name="currentPassword" className="w-full">
          <PasswordInput autoComplete="current-password" />
        </FormField>
        <FormField name="newPassword" hint={t("passwordHint")} className="w-full">
          <PasswordInput autoComplete="new-password" />
        </FormField>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
