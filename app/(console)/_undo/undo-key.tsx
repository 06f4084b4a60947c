"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/notify";
import { useShortcut } from "@/components/ui/use-shortcut";
import { lastAct } from "./acts";
import { useUndo } from "./use-undo";

/** z: takes back what was decided last in this tab, or says why not. */
export function UndoKey() {
  const t = useTranslations("undo");
  const { takeBack, isRunning } = useUndo();
  useShortcut({
    z: () => {
      if (isRunning) return;
      const act = lastAct();
      if (act) takeBack(act);
      else notify({ id: "undo-nothing", title: t("nothing") });
    },
  });
  return null;
}
