"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { FormField } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/kernel/locale";
import { ok } from "@/lib/kernel/result";
import { saveMailLanguage } from "../actions";

/** The language of mails to oneself, whatever language the console is read in. */
export function LanguageForm({ saved }: { saved: Locale | null }) {
  const t = useTranslations("account");
  const [isSaved, setSaved] = useState(false);
  return (
    <Form
      action={saveMailLanguage}
      read={(typed) => ok({ locale: LOCALES.find((known) => known === typed.get("locale")) ?? null })}
      onDone={() => setSaved(true)}
      onChange={() => setSaved(false)}
      labels={{ locale: t("mailLanguageField") }}
      className="max-w-sm"
    >
      {isSaved && (
        <Banner tone="success" role="status" className="mb-4">
          {t("mailLanguageSaved")}
        </Banner>
      )}
      <div className="flex flex-col items-start gap-4">
        <FormField name="locale" hint={t("mailLanguageHint")} className="w-full">
          <Select name="locale" defaultValue={saved ?? ""}>
            <option value="">{t("mailLanguageOfSeller")}</option>
            {LOCALES.map((known) => (
              <option key={known} value={known} lang={known}>
                {LOCALE_NAMES[known].full}
              </option>
            ))}
          </Select>
        </FormField>
        <SubmitButton variant="secondary">{t("mailLanguageSave")}</SubmitButton>
      </div>
    </Form>
  );
}
