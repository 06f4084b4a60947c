"use client";

import { useTranslations } from "next-intl";
import { useEffectEvent, useLayoutEffect } from "react";
import { Button } from "./button";
import { useLeaveGuard } from "./use-leave-guard";

type SaveBarProps = {
  isDirty: boolean;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
  /** Asked before the page is left with unsaved entries. */
  leaveQuestion: string;
};

/** Appears at the bottom when something is not saved, and saves all of the page; ⌘ or Ctrl + S does as well. */
export function SaveBar({ isDirty, isSaving, onSave, onDiscard, leaveQuestion }: SaveBarProps) {
  const t = useTranslations("common");
  useLeaveGuard(isDirty, leaveQuestion);
  const save = useEffectEvent(onSave);
  useLayoutEffect(() => {
    if (!isDirty) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "s" || !(event.metaKey || event.ctrlKey) || event.isComposing) return;
      event.preventDefault();
      save();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isDirty]);
  if (!isDirty) return null;
  return (
    <div className="sticky bottom-3 z-20 mt-4 flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface px-4 py-2.5 shadow-pop max-md:bottom-[calc(4rem+env(safe-area-inset-bottom))]">
      <p role="status" className="me-auto font-medium">
        {isSaving ? t("saving") : t("unsaved")}
      </p>
      <Button onClick={onDiscard} isDisabled={isSaving}>
        {t("discard")}
      </Button>
      <Button variant="primary" onClick={onSave} isLoading={isSaving} aria-keyshortcuts="Control+S Meta+S">
        {t("save")}
      </Button>
    </div>
  );
}
