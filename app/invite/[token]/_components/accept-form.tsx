"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { PasswordInput } from "@/components/password-input";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { sendSignIn } from "@/components/send-sign-in";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/action-answer";
import { paths } from "@/lib/paths";
import { acceptInvitation } from "../actions";

/** Name and password of somebody who has no account yet; then they are in. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("invite");
  const { run, isRunning } = useAction(acceptInvitation);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  async function send(data: FormData): Promise<void> {
    setRefusal(null);
    const password = String(data.get("password"));
    const answer = await run({ token, name: String(data.get("name")), password });
    // The page itself says best how an invite stands that is over, or for somebody who has an account by now.
    if (!answer.ok && ["invite_over", "account_exists", "not_found"].includes(answer.refusal.code))
      return window.location.reload();
    if (!answer.ok) return setRefusal(answer.refusal);
    setLeaving(true);
    // Where signing in by itself does not work, the page that follows is the sign-in page.
    await sendSignIn(email, password);
    window.location.replace(paths.home);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning && !isLeaving) void send(new FormData(event.currentTarget));
  };
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme}>
      <RefusedForm refusal={refusal} labels={{ name: t("name"), password: t("password") }}>
        <input className="hidden" autoComplete="username" value={email} readOnly />
        <div className="flex flex-col gap-4">
          <NamedField name="name" hint={t("nameHint")}>
            <Input name="name" autoComplete="name" />
          </NamedField>
          <NamedField name="password" hint={t("passwordHint")}>
            <PasswordInput name="password" autoComplete="new-password" />
          </NamedField>
          <Button type="submit" variant="primary" size="lg" isLoading={isRunning || isLeaving} className="w-full">
            {t("accept")}
          </Button>
        </div>
      </RefusedForm>
    </form>
  );
}
