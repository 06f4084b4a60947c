"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { shownText } from "@/lib/kernel/shown-text";

type View = "html" | "text";

/** Both parts of a message; a robot's has one. The HTML stands in a frame that runs nothing, leads nowhere and fetches nothing. */
export function MessageBody({ html, text, language }: { html: string; text: string; language: string }) {
  const t = useTranslations("mailbox.message");
  const [view, setView] = useState<View>(html === "" ? "text" : "html");
  const segments = [
    { value: "html", label: t("html") },
    { value: "text", label: t("text") },
  ] as const;
  return (
    <Card isFlush>
      {html !== "" && (
        <div className="border-line border-b px-4 py-2.5">
          <Segmented label={t("view")} segments={segments} value={view} onChange={setView} />
        </div>
      )}
      {view === "html" ? (
        <iframe sandbox="" srcDoc={shownText(html)} title={t("frame")} className="block h-[44rem] w-full bg-white" />
      ) : (
        <pre lang={language} dir="auto" className="whitespace-pre-wrap break-words px-4 py-3 font-mono text-small">
          {shownText(text)}
        </pre>
      )}
    </Card>
  );
}
