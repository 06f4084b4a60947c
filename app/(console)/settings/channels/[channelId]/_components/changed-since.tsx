"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { SavedSettings } from "@/lib/channels/save-channel-settings";
import { differences, draftOf } from "./channel-draft";

type ChangedSinceProps = {
  name: string | null;
  /** What this page was drawn with. */
  seen: SavedSettings;
  current: SavedSettings;
  onLoad: () => void;
};

/** Somebody else was faster: who, and what stands now; the person's own entries stay until they say so. */
export function ChangedSince({ name, seen, current, onLoad }: ChangedSinceProps) {
  const t = useTranslations("settings");
  const words = {
    undoSeconds: `${t("undo.title")}: ${t("undo.seconds", { seconds: current.undoSeconds })}`,
    isMailOn: t("mail.title"),
    hasLinks: t("mail.hasLinks"),
    replyTo: `${t("replyTo.field")}: ${current.replyTo ?? "–"}`,
    instructions: t("instructions.field"),
  };
  const what = differences(draftOf(seen), draftOf(current)).map((field) => words[field]);
  return (
    <Banner
      tone="warning"
      role="alert"
      title={t("save.changed", { hasName: String(name !== null), name: name ?? "" })}
      actions={
        <Button size="sm" onClick={onLoad}>
          {t("save.load")}
        </Button>
      }
      className="mb-4"
    >
      {t("save.changedBody", { what: what.join("; ") || "–" })}
    </Banner>
  );
}
