"use client";

import type { ReactNode } from "react";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { Form, SubmitButton } from "./form/form";
import { FormField } from "./form/form-problems";
import type { NativePost, Sending } from "./form/use-form";
import { PasswordInput } from "./password-input";
import { enterAs } from "./send-sign-in";

type Asked = { password: string };
type EnterFormProps<Input extends Asked> = Pick<Sending<Input, unknown>, "action" | "read"> & {
  /** Whose account it is; password managers keep the password under it. */
  email: string;
  /** Refusals that the page itself says best when it is drawn anew. */
  reloadsFor: readonly ActionRefusal["code"][];
  /** What each field is called; `password` is one of them. */
  labels: Record<string, string> & { password: string };
  passwordHint: string;
  submit: string;
  native: NativePost;
  /** Fields before the password. */
  children?: ReactNode;
};

/** Chooses a password by a personal link; then its person is in. */
export function EnterForm<Input extends Asked>(props: EnterFormProps<Input>) {
  const { email, action, read, reloadsFor, labels, passwordHint, submit, native, children } = props;
  return (
    <Form
      action={action}
      read={read}
      onDone={(_, { password }) => enterAs(email, password)}
      onRefused={({ code }) => {
        if (reloadsFor.includes(code)) window.location.reload();
        return false;
      }}
      labels={labels}
      native={native}
    >
      <input className="hidden" autoComplete="username" value={email} readOnly />
      <div className="flex flex-col gap-4">
        {children}
        <FormField name="password" hint={passwordHint}>
          <PasswordInput name="password" autoComplete="new-password" />
        </FormField>
        <SubmitButton size="lg" className="w-full">
          {submit}
        </SubmitButton>
      </div>
    </Form>
  );
}
