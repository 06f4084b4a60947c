"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { RoleSentences } from "@/components/team/role-sentences";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/kernel/locale";
import { ROLES, type Role } from "@/lib/policy/permissions";
import { invite } from "../actions";
import { LinkDialog, type PersonalLink } from "./link-dialog";

/** Asks somebody to join: address, role, and the language of the mail. */
export function InviteButton({ locale: ofSeller, hasServer }: { locale: string; hasServer: boolean }) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(invite);
  const first = { email: "", role: "agent" as Role, locale: isLocale(ofSeller) ? ofSeller : ("en" as const) };
  const [draft, setDraft] = useState(first);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [link, setLink] = useState<PersonalLink | null>(null);
  const begin = () => {
    setDraft(first);
    setRefusal(null);
    setOpen(true);
  };
  const send = async () => {
    setRefusal(null);
    const answer = await run(draft);
    if (!answer.ok) return setRefusal(answer.refusal);
    const { email, link: made } = answer.value;
    setOpen(false);
    if (made) setLink({ kind: "invite", email, link: made });
    else notify({ title: t("invited", { email }), tone: "success" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) void send();
  };
  const whole = refusal && !refusal.fields ? [{ message: words(refusal) }] : [];
  return (
    <>
      <Button variant="primary" icon={<UserRoundPlus aria-hidden size={16} />} onClick={begin}>
        {t("invite")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => !isRunning && setOpen(false)}
        title={t("inviteTitle")}
        onSubmit={submit}
        footer={
          <>
            <Button onClick={() => setOpen(false)} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            <Button type="submit" variant="primary" isLoading={isRunning}>
              {t(hasServer ? "sendInvite" : "makeLink")}
            </Button>
          </>
        }
      >
        <ErrorSummary errors={whole} />
        <RefusedForm
          refusal={refusal?.fields ? refusal : null}
          labels={{ email: t("email"), role: t("role"), locale: t("language") }}
        >
          <div className="flex flex-col gap-4">
            <NamedField name="email">
              <Input
                type="email"
                autoComplete="off"
                spellCheck={false}
                value={draft.email}
                onChange={(event) => setDraft({ ...draft, email: event.target.value })}
              />
            </NamedField>
            <div className="grid gap-4 md:grid-cols-2">
              <NamedField name="role">
                <Select
                  value={draft.role}
                  onChange={({ target }) =>
                    setDraft({ ...draft, role: ROLES.find((role) => role === target.value) ?? draft.role })
                  }
                >
                  {ROLES.map((role) => (
                    <option key={role} value={role}>
                      {roles(role)}
                    </option>
                  ))}
                </Select>
              </NamedField>
              <NamedField name="locale">
                <Select
                  value={draft.locale}
                  onChange={({ target }) =>
                    setDraft({ ...draft, locale: LOCALES.find((locale) => locale === target.value) ?? draft.locale })
                  }
                >
                  {LOCALES.map((locale) => (
                    <option key={locale} value={locale} lang={locale}>
                      {LOCALE_NAMES[locale].full}
                    </option>
                  ))}
                </Select>
              </NamedField>
            </div>
            <section>
              <h3 className="mb-1.5 font-medium text-small">{t("mayDo", { role: roles(draft.role) })}</h3>
              <RoleSentences role={draft.role} />
            </section>
          </div>
        </RefusedForm>
      </Dialog>
      <LinkDialog shown={link} onClose={() => setLink(null)} />
    </>
  );
}
