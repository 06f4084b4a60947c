"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/notify";
import { rememberAct } from "../../_undo/acts";
import { noticeOf, useUndo } from "../../_undo/use-undo";

type Decided = {
  returnId: string;
  eventId: string;
  title: string;
  description: string;
  name: string;
  undoSeconds: number;
  isMessage?: boolean;
};

/** Tells that something was decided, with Undo for as long as it can be undone (P-03). */
export function useDecided(): (decided: Decided) => void {
  const t = useTranslations("undo");
  const { takeBack } = useUndo();
  return ({ returnId, eventId, title, description, name, undoSeconds, isMessage = false }) => {
    const act = { returnId, eventId, name, isMessage };
    rememberAct(act);
    notify({
      id: noticeOf(act),
      title,
      description,
      tone: "success",
      ...(undoSeconds > 0
        ? {
            action: { label: t("action"), onPress: () => takeBack(act), until: Date.now() + undoSeconds * 1000 },
            lastsMs: undoSeconds * 1000,
          }
        : {}),
    });
  };
}
