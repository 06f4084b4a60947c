"use client";

import { useTranslations } from "next-intl";
import { EnterForm } from "@/components/enter-form";
import { FormField } from "@/components/form/form-problems";
import { useNativePost } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { acceptInvitation, postInvitation } from "../actions";

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
  const native = useNativePost(postInvitation);
  return (
    <EnterForm
      email={email}
      action={acceptInvitation}
      native={native}
      read={(typed) => ok({ ...textsOf(typed, ["token", "name", "password"]), doesReplace })}
      reloadsFor={RELOADS_FOR}
      labels={{ name: t("name"), password: t("password") }}
      passwordHint={t("passwordHint")}
      submit={t("accept")}
    >
      <input type="hidden" name="token" value={token} />
      {doesReplace && <input type="hidden" name="doesReplace" value="yes" />}
      <FormField name="name" hint={t("nameHint")}>
        <Input name="name" autoComplete="name" defaultValue={native.came.typed.name} />
      </FormField>
    </EnterForm>
  );
}
