import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import type { MessageForm } from "@/lib/returns/message-form";
import type { MessageOptions } from "@/lib/returns/message-options";
import { useMessageErrors } from "./use-message-errors";

/** Template, subject and text of a message, filled in for this buyer and free to change. */
export function MessageFields({ options }: { options: MessageOptions }) {
  const t = useTranslations("message");
  const names = useTranslations("templates.reason");
  const errorText = useMessageErrors();
  const { register, control, formState, setValue } = useFormContext<MessageForm>();
  const { errors } = formState;
  const [subject, text] = useWatch({ control, name: ["subject", "text"] });
  const { language, buyerName, texts } = options;
  const reader = useLocale();
  const nameOf = (tag: string) => languageName(tag, reader);
  const [chosen, setChosen] = useState<string>(options.suggested);
  const template = texts.find(({ reason }) => reason === chosen);
  const insert = (reason: string) => {
    setChosen(reason);
    const wanted = texts.find((candidate) => candidate.reason === reason);
    if (!wanted) return;
    const how = { shouldDirty: true, shouldValidate: formState.isSubmitted };
    setValue("subject", wanted.subject, how);
    setValue("text", wanted.body, how);
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
        <Select defaultValue={options.suggested} onChange={(event) => insert(event.target.value)}>
          {texts.map(({ reason }) => (
            <option key={reason} value={reason}>
              {names(reason === "" ? "neutral" : reason)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={<Copied label={t("subject")} what={t("copySubject")} text={options.refusal && subject} />}
        error={errors.subject && errorText("subject", errors.subject.message ?? "required")}
        isRequired
        className="mb-5"
      >
        <Input {...register("subject")} lang={language} dir="auto" />
      </Field>
      <CountedTextarea
        {...register("text")}
        rows={9}
        lang={language}
        label={<Copied label={t("text")} what={t("copyText")} text={options.refusal && text} />}
        error={errors.text && errorText("text", errors.text.message ?? "required")}
        limit={COMMENT_AT_MOST}
        count={text.length}
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

/** A label, and where nothing is sent from here a button that copies what is written. */
function Copied({ label, what, text }: { label: string; what: string; text: string | null }) {
  return (
    <span className="inline-flex items-center gap-1">
      {label}
      {text !== null && <CopyButton text={text} what={what} />}
    </span>
  );
}
