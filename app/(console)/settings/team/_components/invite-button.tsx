"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { RoleSentences } from "@/components/team/role-sentences";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/kernel/locale";
import { ok } from "@/lib/kernel/result";
import { ROLES, type Role } from "@/lib/policy/permissions";
import { invite } from "../actions";
import { LinkDialog, type PersonalLink } from "./link-dialog";

/** Asks somebody to join: address, role, and the language of the mail. */
export function InviteButton({ locale: ofSeller, hasServer }: { locale: string; hasServer: boolean }) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const first = { email: "", role: "agent" as Role, locale: isLocale(ofSeller) ? ofSeller : ("en" as const) };
  const [draft, setDraft] = useState(first);
  const [isOpen, setOpen] = useState(false);
  const [link, setLink] = useState<PersonalLink | null>(null);
  const begin = () => {
    setDraft(first);
    setOpen(true);
  };
  return (
    <>
      <Button variant="primary" icon={<UserRoundPlus aria-hidden size={16} />} onClick={begin}>
        {t("invite")}
      </Button>
      <FormDialog
        action={invite}
        read={() => ok(draft)}
        onDone={({ email, link: made }) => {
          setOpen(false);
          if (made) setLink({ kind: "invite", email, link: made });
          else notify({ title: t("invited", { email }), tone: "success" });
        }}
        labels={{ email: t("email"), role: t("role"), locale: t("language") }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("inviteTitle")}
        submit={t(hasServer ? "sendInvite" : "makeLink")}
      >
        <div className="flex flex-col gap-4">
          <FormField name="email">
            <Input
              type="email"
              autoComplete="off"
              spellCheck={false}
              value={draft.email}
              onChange={(event) => setDraft({ ...draft, email: event.target.value })}
            />
          </FormField>
          <div className="grid gap-4 md:grid-cols-2">
            <FormField name="role">
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
            </FormField>
            <FormField name="locale">
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
            </FormField>
          </div>
          <section>
            <h3 className="mb-1.5 font-medium text-small">{t("mayDo", { role: roles(draft.role) })}</h3>
            <RoleSentences role={draft.role} />
          </section>
        </div>
      </FormDialog>
      <LinkDialog shown={link} onClose={() => setLink(null)} />
    </>
  );
}
