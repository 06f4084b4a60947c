"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/kernel/locale";
import { saveMailLanguage } from "../actions";

/** The language of mails to oneself, whatever language the console is read in. */
export function LanguageForm({ saved }: { saved: Locale | null }) {
  const t = useTranslations("account");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(saveMailLanguage);
  const [locale, setLocale] = useState(saved);
  const [answer, setAnswer] = useState<ActionAnswer<null> | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) void run({ locale }).then(setAnswer);
  };
  return (
    <form noValidate onSubmit={submit} className="max-w-sm">
      {answer?.ok && (
        <Banner tone="success" role="status" className="mb-4">
          {t("mailLanguageSaved")}
        </Banner>
      )}
      <ErrorSummary errors={answer && !answer.ok ? [{ message: refusalText(answer.refusal) }] : []} />
      <div className="flex flex-col items-start gap-4">
        <Field label={t("mailLanguageField")} hint={t("mailLanguageHint")} className="w-full">
          <Select
            value={locale ?? ""}
            onChange={({ target }) => {
              setAnswer(null);
              setLocale(LOCALES.find((known) => known === target.value) ?? null);
            }}
          >
            <option value="">{t("mailLanguageOfSeller")}</option>
            {LOCALES.map((known) => (
              <option key={known} value={known} lang={known}>
                {LOCALE_NAMES[known].full}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" isLoading={isRunning}>
          {t("mailLanguageSave")}
        </Button>
      </div>
    </form>
  );
}
