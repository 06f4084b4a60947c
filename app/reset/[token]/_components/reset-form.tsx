"use client";

import { useTranslations } from "next-intl";
import { EnterForm } from "@/components/enter-form";
import { useNativePost } from "@/components/form/use-form";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { chooseNewPassword, postNewPassword } from "../actions";

/** The page itself says best how a link stands that is over. */
const RELOADS_FOR = ["reset_over", "not_found"] as const;

/** A new password; then its person is in. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("reset");
  return (
    <EnterForm
      email={email}
      action={chooseNewPassword}
      native={useNativePost(postNewPassword)}
      read={(typed) => ok(textsOf(typed, ["token", "password"]))}
      reloadsFor={RELOADS_FOR}
      labels={{ password: t("password") }}
      passwordHint={t("passwordHint")}
      submit={t("submit")}
    >
      <input type="hidden" name="token" value={token} />
    </EnterForm>
  );
}
