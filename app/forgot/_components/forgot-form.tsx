"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { FormField } from "@/components/form/form-problems";
import { useNativePost } from "@/components/form/use-form";
import { Banner } from "@/components/ui/banner";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { askForReset, postReset } from "../actions";

export function ForgotForm() {
  const t = useTranslations("reset.forgot");
  const native = useNativePost(postReset);
  const { isDone, typed: before } = native.came;
  const [sentTo, setSentTo] = useState(isDone ? (before.email ?? "").trim() : null);
  return (
    <Form
      action={askForReset}
      native={native}
      read={(typed) => {
        setSentTo(null);
        return ok(textsOf(typed, ["email"]));
      }}
      onDone={(_, { email }) => setSentTo(email.trim())}
      labels={{ email: t("email") }}
    >
      {sentTo !== null && (
        <Banner tone="success" role="status" className="mb-4">
          {t("sent", { email: sentTo })}
        </Banner>
      )}
      <div className="flex flex-col gap-4">
        <FormField name="email">
          <Input
            name="email"
            defaultValue={before.email}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </FormField>
        <SubmitButton size="lg" className="w-full">
          {t("submit")}
        </SubmitButton>
        <LinkButton href={paths.signIn()} variant="ghost" className="w-full">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
