"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { PasswordInput } from "@/components/password-input";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { changeOwnPassword } from "../actions";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const { run, isRunning } = useAction(changeOwnPassword);
  const [answer, setAnswer] = useState<ActionAnswer<null> | null>(null);

  async function send(form: HTMLFormElement): Promise<void> {
    setAnswer(null);
    const data = new FormData(form);
    const given = await run({ current: String(data.get("current")), next: String(data.get("next")) });
    if (given.ok) form.reset();
    setAnswer(given);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning) void send(event.currentTarget);
  };
  const labels = { current: t("currentPassword"), next: t("newPassword") };
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme} className="max-w-sm">
      {answer?.ok && (
        <Banner tone="success" role="status" className="mb-4">
          {t("changed")}
        </Banner>
      )}
      <RefusedForm refusal={answer && !answer.ok ? answer.refusal : null} labels={labels}>
        <input className="hidden" autoComplete="username" value={email} readOnly />
        <div className="flex flex-col items-start gap-4">
          <NamedField name="current" className="w-full">
            <PasswordInput name="current" autoComplete="current-password" />
          </NamedField>
          <NamedField name="next" hint={t("passwordHint")} className="w-full">
            <PasswordInput name="next" autoComplete="new-password" />
          </NamedField>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("submit")}
          </Button>
        </div>
      </RefusedForm>
    </form>
  );
}
