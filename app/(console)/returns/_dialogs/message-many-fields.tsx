import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormCounted, FormField } from "@/components/form/form-problems";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/i18n/paths";
import { languageName } from "@/lib/kernel/buyer-languages";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import { fillTemplate } from "@/lib/policy/messages/fill-template";
import type { MessageManyOptions, Unwritten } from "@/lib/returns/message-buyers";
import { MANY_REASONS, type MessageManyForm } from "@/lib/returns/message-form";

const VARIABLES = "{buyerName}, {itemName}, {orderNumber}, {returnNumber}, {shopName}";

type MessageManyFieldsProps = {
  options: MessageManyOptions;
  values: Pick<MessageManyForm, "texts">;
  onChange: (some: Pick<MessageManyForm, "texts">) => void;
};

/** A template for all, and subject and text in each language with what its first buyer will read. */
export function MessageManyFields({ options, values: { texts }, onChange }: MessageManyFieldsProps) {
  const t = useTranslations("messageMany");
  const message = useTranslations("message");
  const names = useTranslations("templates.reason");
  const reader = useLocale();
  const [chosen, setChosen] = useState<string>(MANY_REASONS[0]);
  const insert = (reason: string) => {
    setChosen(reason);
    const inserted = options.languages.flatMap(({ language, texts: offered }) => {
      const text = offered.find((one) => one.reason === reason);
      return text ? [[language, { subject: text.subject, text: text.text }] as const] : [];
    });
    onChange({ texts: { ...texts, ...Object.fromEntries(inserted) } });
  };
  return (
    <>
      <Field label={message("template")} hint={t("variables", { variables: VARIABLES })} className="mb-5">
        <Select value={chosen} onChange={(event) => insert(event.target.value)}>
          {MANY_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {names(reason === "" ? "neutral" : reason)}
            </option>
          ))}
        </Select>
      </Field>
      {options.languages.map(({ language, count, sample }) => {
        const { subject = "", text = "" } = texts[language] ?? {};
        const change = (some: Partial<{ subject: string; text: string }>) =>
          onChange({ texts: { ...texts, [language]: { subject, text, ...some } } });
        return (
          <fieldset key={language} className="mb-5 rounded-card border border-line px-4 pt-2 pb-1">
            <legend className="px-1 font-medium">
              {t("language", { language: languageName(language, reader), count })}
            </legend>
            <FormField name={`texts.${language}.subject`} isRequired className="mb-4">
              <Input
                value={subject}
                onChange={(event) => change({ subject: event.target.value })}
                lang={language}
                dir="auto"
              />
            </FormField>
            <FormCounted
              name={`texts.${language}.text`}
              rows={6}
              lang={language}
              limit={COMMENT_AT_MOST}
              count={text.length}
              value={text}
              onChange={(event) => change({ text: event.target.value })}
              isRequired
            />
            {sample && (
              <details className="mb-3">
                <summary className="cursor-pointer text-link text-small pointer-coarse:py-3">{t("preview")}</summary>
                <div className="mt-2 rounded-card bg-sunken px-3 py-2" lang={language} dir="auto">
                  <p className="break-words font-medium">{fillTemplate(subject, sample)}</p>
                  <p className="mt-1 whitespace-pre-wrap break-words">{fillTemplate(text, sample)}</p>
                </div>
              </details>
            )}
          </fieldset>
        );
      })}
    </>
  );
}

/** As many as a dialog names; the others are counted. */
const NAMED_AT_MOST = 20;

/** Whose buyers cannot be written to from here, each cause once with its returns. */
export function UnwrittenList({ unwritten }: { unwritten: readonly Unwritten[] }) {
  const t = useTranslations("messageMany");
  const words = useRefusalWords();
  const told = unwritten.map((one) => ({ ...one, cause: words(one.refusal) }));
  const causes = [...new Set(told.map(({ cause }) => cause))].map(
    (cause) => [cause, told.filter((one) => one.cause === cause)] as const,
  );
  return (
    <Banner tone="attention" title={t("unwritten", { count: unwritten.length })} className="mb-5">
      <ul className="mt-1 flex flex-col gap-1 text-small">
        {causes.map(([cause, some]) => (
          <li key={cause}>
            {cause}{" "}
            {some.slice(0, NAMED_AT_MOST).map(({ id, number }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <Link href={paths.returnDetail(id)} className="prose-link whitespace-nowrap">{`R-${number}`}</Link>
              </span>
            ))}
            {some.length > NAMED_AT_MOST && ` ${t("more", { count: some.length - NAMED_AT_MOST })}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
