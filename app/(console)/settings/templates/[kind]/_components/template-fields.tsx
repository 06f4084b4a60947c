"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormField } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import { unknownVariables, VARIABLES, type Variable } from "@/lib/policy/messages/fill-template";
import type { TemplateKind } from "@/lib/policy/messages/message";
import { OFFERED_VARIABLES, SUBJECT_AT_MOST } from "@/lib/policy/messages/template-texts";
import { VariableChips } from "./variable-chips";

export type TemplateWords = { subject: string; body: string };

type TemplateFieldsProps = {
  kind: TemplateKind;
  locale: string;
  words: TemplateWords;
  isReadOnly: boolean;
  onChange: (change: Partial<TemplateWords>) => void;
};

const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

/** Subject and text, with the variables to put in where the cursor stood last. */
export function TemplateFields({ kind, locale, words, isReadOnly, onChange }: TemplateFieldsProps) {
  const t = useTranslations("templates.editor");
  const common = useTranslations("common");
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<keyof TemplateWords>("body");

  const insert = (variable: Variable) => {
    const field = last.current;
    const control = field === "subject" ? subject.current : body.current;
    if (!control) return;
    const { selectionStart, selectionEnd, value } = control;
    const from = selectionStart ?? value.length;
    const word = `{${variable}}`;
    onChange({ [field]: value.slice(0, from) + word + value.slice(selectionEnd ?? from) });
    // After the new value is drawn, the cursor stands behind what was put in.
    requestAnimationFrame(() => {
      control.focus();
      control.setSelectionRange(from + word.length, from + word.length);
    });
  };

  const text = `${words.subject}\n${words.body}`;
  const unknown = unknownVariables(text);
  const early = VARIABLES.filter((name) => !OFFERED_VARIABLES[kind].includes(name) && text.includes(`{${name}}`));
  return (
    <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
      <FormField name="subject" {...(kind === "buyer.closed" ? { hint: t("closedSubject") } : {})}>
        <Input
          ref={subject}
          lang={locale}
          dir="auto"
          maxLength={SUBJECT_AT_MOST}
          value={words.subject}
          onFocus={() => {
            last.current = "subject";
          }}
          onChange={(event) => onChange({ subject: event.target.value })}
        />
      </FormField>
      <div>
        <FormField name="body">
          <Textarea
            ref={body}
            lang={locale}
            dir="auto"
            rows={10}
            value={words.body}
            onFocus={() => {
              last.current = "body";
            }}
            onChange={(event) => onChange({ body: event.target.value })}
          />
        </FormField>
        <p
          className={`mt-1 text-end text-micro tabular-nums ${words.body.length > COMMENT_AT_MOST ? "text-danger" : "text-subtle"}`}
        >
          {common("counter", { count: words.body.length, limit: COMMENT_AT_MOST })}
        </p>
      </div>
      {unknown.length > 0 && (
        <Banner tone="warning" role="status">
          {t("unknown", { words: braced(unknown), count: unknown.length })}
        </Banner>
      )}
      {early.length > 0 && (
        <Banner tone="warning" role="status">
          {t("notOffered", { words: braced(early), count: early.length })}
        </Banner>
      )}
      {!isReadOnly && <VariableChips variables={OFFERED_VARIABLES[kind]} onInsert={insert} />}
    </fieldset>
  );
}
