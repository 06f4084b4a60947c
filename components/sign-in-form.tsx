"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useLayoutEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer, Envelope } from "@/lib/kernel/action-answer";
import { type Posted, textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { Form, SubmitButton } from "./form/form";
import { FormField, ownWords } from "./form/form-problems";
import { useNativePost } from "./form/use-form";
import { PasswordInput } from "./password-input";
import { sendSignIn } from "./send-sign-in";
import { InDialogContext } from "./ui/in-dialog-context";
import { Input } from "./ui/input";

type Typed = Record<"email" | "password", string>;
type SignInFormProps = {
  email?: string;
  /** What takes the form where no script sends it. */
  action: (before: Posted, form: FormData) => Promise<Posted>;
  /** What follows; answers what stands in the way of that, if anything does. */
  onSignedIn: () => Promise<ActionAnswer<null>>;
  children?: ReactNode;
};

export function SignInForm({ email, action, onSignedIn, children }: SignInFormProps) {
  const t = useTranslations("signIn");
  const isInDialog = useContext(InDialogContext);
  const native = useNativePost(action);
  const password = useRef<HTMLInputElement>(null);
  // Over a page the address is filled in; the form may arrive after the dialog has given its focus away.
  useLayoutEffect(() => {
    if (isInDialog) password.current?.focus();
  }, [isInDialog]);
  const send = async ({ input }: Envelope<Typed>): Promise<ActionAnswer<null>> => {
    const sent = await sendSignIn(input.email, input.password);
    return sent.ok ? onSignedIn() : sent;
  };
  return (
    <Form
      action={send}
      native={native}
      read={(form) => ok(textsOf(form, ["email", "password"]))}
      onDone={() => undefined}
      labels={{ email: t("email"), password: t("password") }}
      wordsOf={ownWords(useTranslations("signIn.missing"))}
    >
      {children}
      <div className="flex flex-col gap-4">
        <FormField name="email">
          <Input
            name="email"
            defaultValue={native.came.typed.email ?? email}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </FormField>
        <FormField name="password">
          <PasswordInput ref={password} name="password" autoComplete="current-password" />
        </FormField>
        <SubmitButton size="lg" className="mt-1 w-full">
          {t("submit")}
        </SubmitButton>
        <Link
          href={paths.forgotPassword}
          // The page under a dialog holds what was typed.
          target={isInDialog ? "_blank" : undefined}
          className="prose-link self-center py-1 text-small"
        >
          {t("forgot")}
        </Link>
      </div>
    </Form>
  );
}
