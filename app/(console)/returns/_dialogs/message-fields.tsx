import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormCounted, FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import type { MessageForm } from "@/lib/returns/message-form";
import type { MessageOptions } from "@/lib/returns/message-options";

type MessageFieldsProps = {
  options: MessageOptions;
  values: MessageForm;
  onChange: (some: Partial<MessageForm>) => void;
};

/** Template, subject and text of a message, filled in for this buyer and free to change. */
export function MessageFields({ options, values, onChange }: MessageFieldsProps) {
  const t = useTranslations("message");
  const names = useTranslations("templates.reason");
  const { subject, text } = values;
  const { language, buyerName, texts } = options;
  const reader = useLocale();
  const nameOf = (tag: string) => languageName(tag, reader);
  const [chosen, setChosen] = useState<string>(options.suggested);
  const template = texts.find(({ reason }) => reason === chosen);
  const insert = (reason: string) => {
    setChosen(reason);
    const wanted = texts.find((candidate) => candidate.reason === reason);
    if (wanted) onChange({ subject: wanted.subject, text: wanted.body });
  };
  const isChanged = template !== undefined && (template.subject !== subject || template.body !== text);
  return (
    <>
      <p className="mb-4 font-medium">
        {t("language", { language: nameOf(language), hasName: String(buyerName !== null), name: buyerName ?? "" })}
      </p>
      <Field
        label={t("template")}
        hint={t("templateHint", { language: nameOf(template?.language ?? language) })}
        className="mb-5"
      >
        <Select value={chosen} onChange={(event) => insert(event.target.value)}>
          {texts.map(({ reason }) => (
            <option key={reason} value={reason}>
              {names(reason === "" ? "neutral" : reason)}
            </option>
          ))}
        </Select>
      </Field>
      <FormField
        name="subject"
        isRequired
        className="mb-5"
        beside={options.refusal && <CopyButton text={subject} what={t("copySubject")} />}
      >
        <Input
          value={subject}
          onChange={(event) => onChange({ subject: event.target.value })}
          lang={language}
          dir="auto"
        />
      </FormField>
      <FormCounted
        name="text"
        rows={9}
        lang={language}
        beside={options.refusal && <CopyButton text={text} what={t("copyText")} />}
        limit={COMMENT_AT_MOST}
        count={text.length}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
        isRequired
      />
      {isChanged && (
        <Button size="sm" variant="ghost" className="-mt-4" onClick={() => insert(chosen)}>
          {t("replace")}
        </Button>
      )}
    </>
  );
}
