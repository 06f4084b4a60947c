"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { askForReset } from "../actions";

export function ForgotForm() {
  const t = useTranslations("reset.forgot");
  const { run, isRunning } = useAction(askForReset);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function send(email: string): Promise<void> {
    setRefusal(null);
    setSentTo(null);
    const answer = await run({ email });
    if (answer.ok) setSentTo(email.trim());
    else setRefusal(answer.refusal);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning) void send(String(new FormData(event.currentTarget).get("email")));
  };
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme}>
      {sentTo !== null && (
        <Banner tone="success" role="status" className="mb-4">
          {t("sent", { email: sentTo })}
        </Banner>
      )}
      <RefusedForm refusal={refusal} labels={{ email: t("email") }}>
        <div className="flex flex-col gap-4">
          <NamedField name="email">
            <Input
              name="email"
              type="email"
              inputMode="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          </NamedField>
          <Button type="submit" variant="primary" size="lg" isLoading={isRunning} className="w-full">
            {t("submit")}
          </Button>
          <LinkButton href={paths.signIn()} variant="ghost" className="w-full">
            {t("back")}
          </LinkButton>
        </div>
      </RefusedForm>
    </form>
  );
}
