"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SavedForm } from "@/components/form/saved-form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { languageName } from "@/lib/kernel/buyer-languages";
import { isLocale } from "@/lib/kernel/locale";
import type { EditedTemplate } from "@/lib/messages/template-preview";
import type { TemplateKind } from "@/lib/policy/messages/message";
import { saveTemplate } from "../../../actions";
import { AddLanguage } from "./add-language";
import { ResetTemplate } from "./reset-template";
import { TemplateFields, type TemplateWords } from "./template-fields";
import { TemplateOrigin } from "./template-origin";
import { TemplatePreview } from "./template-preview";

type Base = TemplateWords & { version: number };
const baseOf = ({ subject, body, written }: EditedTemplate): Base => ({
  subject,
  body,
  version: written?.version ?? 0,
});

type TemplateEditorProps = {
  kind: TemplateKind;
  reason: string;
  texts: readonly EditedTemplate[];
  isReadOnly: boolean;
  /** The return that the preview is filled with; null: made up. */
  sampleNumber: string | null;
  /** A language to be added, which the editor begins with. */
  startLanguage: string | null;
};

const byLocale = <Value,>(texts: readonly EditedTemplate[], of: (text: EditedTemplate) => Value) =>
  Object.fromEntries(texts.map((text) => [text.locale, of(text)])) as Record<string, Value>;

/** A text in each language, one at a time; what is written in one stays while the other is looked at. */
export function TemplateEditor({ kind, reason, texts, isReadOnly, sampleNumber, startLanguage }: TemplateEditorProps) {
  const t = useTranslations("templates.editor");
  const settings = useTranslations("settings.save");
  const reader = useLocale();
  const { run, isRunning } = useAction(saveTemplate);
  const [locale, setLocale] = useState(startLanguage ?? texts[0]?.locale ?? "en");
  // What the page began with: a refresh in the meantime must not pass for having been looked at.
  const [bases, setBases] = useState(() => byLocale(texts, baseOf));
  const [drafts, setDrafts] = useState<Record<string, TemplateWords>>(() => byLocale(texts, baseOf));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const text = texts.find((candidate) => candidate.locale === locale);
  if (!text) return null;

  const draftIn = (of: string): TemplateWords => drafts[of] ?? { subject: "", body: "" };
  const baseIn = (of: string): Base => bases[of] ?? { subject: "", body: "", version: 0 };
  const isDirty = (of: string) => draftIn(of).subject !== baseIn(of).subject || draftIn(of).body !== baseIn(of).body;
  const dirty = texts.map((candidate) => candidate.locale).filter(isDirty);
  const begin = (of: string, base: Base) => {
    setBases((before) => ({ ...before, [of]: base }));
    setDrafts((before) => ({ ...before, [of]: base }));
  };
  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    for (const of of dirty) {
      const words = { subject: draftIn(of).subject.trim(), body: draftIn(of).body.trim() };
      const answer = await run({ kind, reason, locale: of, seen: baseIn(of).version, ...words });
      if (!answer.ok) {
        setLocale(of);
        setRefusal(answer.refusal);
        return;
      }
      begin(of, { ...words, version: answer.value.version });
    }
    notify({ title: t("saved"), tone: "success" });
  };
  const discard = () => {
    setDrafts(bases);
    setRefusal(null);
  };
  const isChanged = refusal?.code === "changed_since";
  const name = typeof refusal?.name === "string" ? refusal.name : null;
  const nameOf = (of: string) => languageName(of, reader);
  return (
    <SavedForm
      action={saveTemplate}
      start={{ kind, reason, locale, seen: baseIn(locale).version, ...draftIn(locale) }}
      refusal={isChanged ? null : refusal}
      labels={{ subject: t("subject"), body: t("body") }}
      isReadOnly={isReadOnly}
      bar={{
        isDirty: !isReadOnly && dirty.length > 0,
        isSaving: isRunning,
        onSave: () => void save(),
        onDiscard: discard,
        leaveQuestion: settings("leave"),
      }}
    >
      {isChanged && (
        <Banner tone="warning" role="alert" className="mb-4">
          {t("changed", { hasName: String(name !== null), name: name ?? "" })}
        </Banner>
      )}
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Field label={t("languages")} className="w-64">
          <Select value={locale} onChange={({ target }) => setLocale(target.value)}>
            {texts.map(({ locale: of }) => (
              <option key={of} value={of}>
                {isDirty(of) ? `${nameOf(of)} (${t("dirty")})` : nameOf(of)}
              </option>
            ))}
          </Select>
        </Field>
        {!isReadOnly && <AddLanguage kind={kind} reason={reason} />}
        <p className="basis-full text-muted text-small">
          {t("reading", { language: nameOf(locale) })}
          {!isLocale(locale) && text.written === null && ` ${t("noneOfOurs", { language: nameOf(locale) })}`}
        </p>
      </div>
      <div className="flex flex-col gap-4">
        <Card>
          <TemplateOrigin text={text}>
            {text.written && !isReadOnly && (
              <ResetTemplate
                wanted={{ kind, reason, locale, seen: baseIn(locale).version }}
                isOwnFallback={text.fallback.isOwn}
                onRefused={setRefusal}
                onReset={() => {
                  setRefusal(null);
                  begin(locale, { ...text.fallback, version: 0 });
                }}
              />
            )}
          </TemplateOrigin>
          <TemplateFields
            key={locale}
            kind={kind}
            locale={locale}
            words={draftIn(locale)}
            isReadOnly={isReadOnly}
            onChange={(change) =>
              setDrafts((before) => ({ ...before, [locale]: { ...draftIn(locale), ...before[locale], ...change } }))
            }
          />
        </Card>
        <TemplatePreview words={draftIn(locale)} values={text.values} locale={locale} number={sampleNumber} />
      </div>
    </SavedForm>
  );
}
