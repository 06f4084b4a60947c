"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useContext, useState } from "react";
import { Link } from "@/components/ui/link";
import { formatClock } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { guardIme } from "./guard-ime";
import { PasswordInput } from "./password-input";
import { type SignInProblem, sendSignIn } from "./send-sign-in";
import { Button } from "./ui/button";
import { ErrorSummary } from "./ui/error-summary";
import { Field } from "./ui/field";
import { InDialogContext } from "./ui/in-dialog-context";
import { Input } from "./ui/input";

const IDS = { email: "sign-in-email", password: "sign-in-password" } as const;

type SignInFormProps = {
  email?: string;
  /** What follows; answers what stands in the way of that, or null. */
  onSignedIn: () => Promise<SignInProblem | null>;
};

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const t = useTranslations("signIn");
  const isInDialog = useContext(InDialogContext);
  const timeZone = useTimeZone() ?? "UTC";
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [isSending, setSending] = useState(false);

  async function send(form: FormData): Promise<void> {
    setSending(true);
    setProblem(null);
    const found = (await sendSignIn(String(form.get("email")), String(form.get("password")))) ?? (await onSignedIn());
    if (found === null) return;
    setProblem(found);
    setSending(false);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isSending) void send(new FormData(event.currentTarget));
  };

  const words = (found: SignInProblem) =>
    t(`problems.${found.code}`, {
      time: found.until ? formatClock(found.until, timeZone) : "",
      reference: found.reference ?? "",
    });
  const fieldError = (field: keyof typeof IDS) => (problem?.field === field ? words(problem) : undefined);
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme}>
      <ErrorSummary
        errors={problem ? [{ message: words(problem), ...(problem.field ? { fieldId: IDS[problem.field] } : {}) }] : []}
      />
      <div className="flex flex-col gap-4">
        <Field label={t("email")} id={IDS.email} error={fieldError("email")}>
          <Input
            name="email"
            defaultValue={email}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Field label={t("password")} id={IDS.password} error={fieldError("password")}>
          <PasswordInput name="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" size="lg" isLoading={isSending} className="mt-1 w-full">
          {t("submit")}
        </Button>
        <Link
          href={paths.forgotPassword}
          // The page under a dialog holds what was typed.
          target={isInDialog ? "_blank" : undefined}
          className="prose-link self-center py-1 text-small"
        >
          {t("forgot")}
        </Link>
      </div>
    </form>
  );
}
