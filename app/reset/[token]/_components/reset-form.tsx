"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { PasswordInput } from "@/components/password-input";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { sendSignIn } from "@/components/send-sign-in";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/action-answer";
import { paths } from "@/lib/paths";
import { chooseNewPassword } from "../actions";

/** A new password; then its person is in. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("reset");
  const { run, isRunning } = useAction(chooseNewPassword);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  async function send(password: string): Promise<void> {
    setRefusal(null);
    const answer = await run({ token, password });
    // The page itself says best how a link stands that is over.
    if (!answer.ok && ["reset_over", "not_found"].includes(answer.refusal.code)) return window.location.reload();
    if (!answer.ok) return setRefusal(answer.refusal);
    setLeaving(true);
    await sendSignIn(email, password);
    window.location.replace(paths.home);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning && !isLeaving) void send(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme}>
      <RefusedForm refusal={refusal} labels={{ password: t("password") }}>
        <input className="hidden" autoComplete="username" value={email} readOnly />
        <div className="flex flex-col gap-4">
          <NamedField name="password" hint={t("passwordHint")}>
            <PasswordInput name="password" autoComplete="new-password" />
          </NamedField>
          <Button type="submit" variant="primary" size="lg" isLoading={isRunning || isLeaving} className="w-full">
            {t("submit")}
          </Button>
        </div>
      </RefusedForm>
    </form>
  );
}
