"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { notify } from "@/components/ui/notify";
import { useShortcut } from "@/components/ui/use-shortcut";
import { keyOf, lastAct } from "./acts";
import { useUndo } from "./use-undo";

/** z: takes back what was decided last in this tab, or says why not. */
export function UndoKey() {
  const t = useTranslations("undo");
  const { takeBack, isRunning } = useUndo();
  const underWay = useRef<string>(null);
  useShortcut({
    z: () => {
      const act = lastAct();
      // What is being taken back is not asked for twice; what was decided before it may be the next already.
      if (isRunning && (!act || keyOf(act) === underWay.current)) return;
      underWay.current = act && keyOf(act);
      if (act) takeBack(act);
      else notify({ id: "undo-nothing", title: t("nothing") });
    },
  });
  return null;
}
