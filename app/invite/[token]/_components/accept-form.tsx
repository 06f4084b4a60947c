"use client";

import { useTranslations } from "next-intl";
import { EnterForm } from "@/components/enter-form";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { ok } from "@/lib/kernel/result";
import { acceptInvitation } from "../actions";

/** Over, or for somebody who has an account by now: the page itself says best how the invite stands. */
const RELOADS_FOR = ["invite_over", "account_exists", "not_found"] as const;

type AcceptFormProps = {
  token: string;
  email: string;
  /** In place of an account that nobody proved to be theirs. */
  doesReplace?: boolean;
};

/** Name and password of somebody who has no account yet; then they are in. */
export function AcceptForm({ token, email, doesReplace = false }: AcceptFormProps) {
  const t = useTranslations("invite");
  return (
    <EnterForm
      email={email}
      action={acceptInvitation}
      read={(typed) => {
        const [name, password] = [String(typed.get("name")), String(typed.get("password"))];
        return ok({ token, name, password, doesReplace });
      }}
      reloadsFor={RELOADS_FOR}
      labels={{ name: t("name"), password: t("password") }}
      passwordHint={t("passwordHint")}
      submit={t("accept")}
    >
      <FormField name="name" hint={t("nameHint")}>
        <Input name="name" autoComplete="name" />
      </FormField>
    </EnterForm>
  );
}
