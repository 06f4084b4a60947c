"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { fillTemplate, type VariableValues } from "@/lib/policy/messages/fill-template";
import type { TemplateWords } from "./template-fields";

type TemplatePreviewProps = { words: TemplateWords; values: VariableValues; locale: string; number: string | null };

/** The text as a buyer reads it, filled by the very function that fills what is sent. */
export function TemplatePreview({ words, values, locale, number }: TemplatePreviewProps) {
  const t = useTranslations("templates.editor");
  return (
    <Card title={t("preview")} aside={number === null ? t("previewSample") : t("previewOf", { number })}>
      <div lang={locale} dir="auto">
        <p className="mb-2 break-words border-line border-b pb-2 font-semibold">
          {fillTemplate(words.subject, values).replace(/\s+/g, " ")}
        </p>
        <p className="whitespace-pre-wrap break-words text-long">{fillTemplate(words.body, values)}</p>
      </div>
    </Card>
  );
}
