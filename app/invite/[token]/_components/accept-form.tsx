"use client";

import { useTranslations } from "next-intl";
import { EnterForm } from "@/components/enter-form";
import { NamedField } from "@/components/refused-form";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/use-action";
import { acceptInvitation } from "../actions";

/** Over, or for somebody who has an account by now: the page itself says best how the invite stands. */
const RELOADS_FOR = ["invite_over", "account_exists", "not_found"];

type AcceptFormProps = {
  token: string;
  email: string;
  /** In place of an account that nobody proved to be theirs. */
  doesReplace?: boolean;
};

/** Name and password of somebody who has no account yet; then they are in. */
export function AcceptForm({ token, email, doesReplace = false }: AcceptFormProps) {
  const t = useTranslations("invite");
  const { run, isRunning } = useAction(acceptInvitation);
  return (
    <EnterForm
      email={email}
      send={({ data, password }) => run({ token, name: String(data.get("name")), password, doesReplace })}
      isSending={isRunning}
      reloadsFor={RELOADS_FOR}
      labels={{ name: t("name"), password: t("password") }}
      passwordHint={t("passwordHint")}
      submit={t("accept")}
    >
      <NamedField name="name" hint={t("nameHint")}>
        <Input name="name" autoComplete="name" />
      </NamedField>
    </EnterForm>
  );
}
