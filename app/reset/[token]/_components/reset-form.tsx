"use client";

import { useTranslations } from "next-intl";
import { EnterForm } from "@/components/enter-form";
import { useAction } from "@/components/use-action";
import { chooseNewPassword } from "../actions";

/** The page itself says best how a link stands that is over. */
const RELOADS_FOR = ["reset_over", "not_found"];

/** A new password; then its person is in. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("reset");
  const { run, isRunning } = useAction(chooseNewPassword);
  return (
    <EnterForm
      email={email}
      send={({ password }) => run({ token, password })}
      isSending={isRunning}
      reloadsFor={RELOADS_FOR}
      labels={{ password: t("password") }}
      passwordHint={t("passwordHint")}
      submit={t("submit")}
    />
  );
}
