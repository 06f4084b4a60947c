"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { canonicalLanguage, languageName, languagesWith } from "@/lib/kernel/buyer-languages";

type InstructionsFieldsProps = {
  /** The texts by their language; an empty one is none. */
  value: Readonly<Record<string, string>>;
  hint: string;
  onChange: (value: Record<string, string>) => void;
};

/** What buyers are told with the label, in one language at a time; any language can be added by its tag. */
export function InstructionsFields({ value, hint, onChange }: InstructionsFieldsProps) {
  const t = useTranslations("settings.instructions");
  const reader = useLocale();
  const written = Object.keys(value).filter((tag) => value[tag] !== "");
  const [language, setLanguage] = useState(written[0] ?? "en");
  const [added, setAdded] = useState("");
  const tag = canonicalLanguage(added);
  const nameOf = (one: string) => languageName(one, reader);
  const languages = languagesWith([...written, language]);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t("language")} className="w-64">
          <Select value={language} onChange={({ target }) => setLanguage(target.value)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {written.includes(one) ? t("written", { language: nameOf(one) }) : nameOf(one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t("other")}
          hint={t("otherHint")}
          error={added !== "" && tag === null ? t("noLanguage") : undefined}
          className="w-56"
        >
          <Input value={added} spellCheck={false} onChange={({ target }) => setAdded(target.value.trim())} />
        </Field>
        <Button
          isDisabled={tag === null || added === ""}
          onClick={() => {
            if (tag === null) return;
            setLanguage(tag);
            setAdded("");
          }}
        >
          {t("add")}
        </Button>
      </div>
      <FormField name={`operation.instructions.${language}`} hint={`${hint} ${t("fallback")}`} isOptional>
        <Textarea
          key={language}
          rows={4}
          dir="auto"
          lang={language}
          value={value[language] ?? ""}
          onChange={({ target }) => onChange({ ...value, [language]: target.value })}
        />
      </FormField>
    </div>
  );
}
