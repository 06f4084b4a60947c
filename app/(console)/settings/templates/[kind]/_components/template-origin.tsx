"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { EditedTemplate } from "@/lib/messages/template-preview";

/** Whose text this is, who wrote it last, and what is sent without it. */
export function TemplateOrigin({ text, children }: { text: EditedTemplate; children: ReactNode }) {
  const t = useTranslations("templates.editor");
  const { written, fallback } = text;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-small">
      <p className="min-w-0 flex-1 basis-72 text-muted">
        {written
          ? [
              t.rich("own", {
                version: written.version,
                name: written.name,
                when: () => <Time key="when" at={written.at} style="ago" />,
              }),
              " ",
              t("resetTo", { fallback: fallback.isOwn ? "own" : "default" }),
            ]
          : t(fallback.isOwn ? "fallback" : "default")}
      </p>
      {children}
    </div>
  );
}
