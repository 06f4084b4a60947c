"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import { guardIme } from "./guard-ime";
import { PasswordInput } from "./password-input";
import { NamedField, RefusedForm } from "./refused-form";
import { sendSignIn } from "./send-sign-in";
import { Button } from "./ui/button";

type EnterFormProps = {
  /** Whose account it is; password managers keep the password under it. */
  email: string;
  /** What is done with what was typed, before its person signs in with the password. */
  send: (typed: { data: FormData; password: string }) => Promise<ActionAnswer<unknown>>;
  isSending: boolean;
  /** Refusals that the page itself says best when it is drawn anew. */
  reloadsFor: readonly string[];
  /** What each field is called; `password` is one of them. */
  labels: Record<string, string> & { password: string };
  passwordHint: string;
  submit: string;
  /** Fields before the password. */
  children?: ReactNode;
};

/** Chooses a password by a personal link; then its person is in. */
export function EnterForm({
  email,
  send,
  isSending,
  reloadsFor,
  labels,
  passwordHint,
  submit,
  children,
}: EnterFormProps) {
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  async function enter(data: FormData): Promise<void> {
    setRefusal(null);
    const password = String(data.get("password"));
    const answer = await send({ data, password });
    if (!answer.ok && reloadsFor.includes(answer.refusal.code)) return window.location.reload();
    if (!answer.ok) return setRefusal(answer.refusal);
    setLeaving(true);
    // Where signing in by itself does not work, the page that follows is the sign-in page.
    await sendSignIn(email, password);
    window.location.replace(paths.home);
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isSending && !isLeaving) void enter(new FormData(event.currentTarget));
  };
  return (
    <form method="post" noValidate onSubmit={onSubmit} onKeyDown={guardIme}>
      <RefusedForm refusal={refusal} labels={labels}>
        <input className="hidden" autoComplete="username" value={email} readOnly />
        <div className="flex flex-col gap-4">
          {children}
          <NamedField name="password" hint={passwordHint}>
            <PasswordInput name="password" autoComplete="new-password" />
          </NamedField>
          <Button type="submit" variant="primary" size="lg" isLoading={isSending || isLeaving} className="w-full">
            {submit}
          </Button>
        </div>
      </RefusedForm>
    </form>
  );
}
