"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSecondsLeft } from "../../../_undo/use-seconds-left";
import { useUndo } from "../../../_undo/use-undo";

/** Takes all decisions of a bulk act back for as long as the last of them can be (P-03). */
export function UndoAll({ bulkActId, until, now }: { bulkActId: string; until: Date; now: Date }) {
  const t = useTranslations("undo");
  const { takeBack, isRunning } = useUndo();
  const seconds = useSecondsLeft(until, now);
  if (seconds === 0 && !isRunning) return null;
  return (
    <Button icon={<Undo2 aria-hidden size={16} />} isLoading={isRunning} onClick={() => takeBack({ bulkActId })}>
      <span className="tabular-nums">{t("allLeft", { seconds: Math.max(1, seconds) })}</span>
    </Button>
  );
}
