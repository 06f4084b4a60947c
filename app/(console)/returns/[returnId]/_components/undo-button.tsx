"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import type { Act } from "../../../_undo/acts";
import { useSecondsLeft } from "../../../_undo/use-seconds-left";
import { useUndo } from "../../../_undo/use-undo";

/** Takes the last decision back while the server would; when the time is over it goes away and says so. */
export function UndoButton({ act, until, now }: { act: Act; until: Date; now: Date }) {
  const t = useTranslations("undo");
  const router = useRouter();
  const { takeBack, isRunning } = useUndo();
  const seconds = useSecondsLeft(until, now);
  const isOver = seconds === 0 && !isRunning;
  useEffect(() => {
    // What can be done with the return has changed with it.
    if (isOver) router.refresh();
  }, [isOver, router]);
  if (isOver) return <p className="text-muted text-small">{t("over")}</p>;
  return (
    <Button size="sm" icon={<Undo2 aria-hidden size={15} />} isLoading={isRunning} onClick={() => takeBack(act)}>
      <span className="tabular-nums">{t("button", { seconds: Math.max(1, seconds) })}</span>
    </Button>
  );
}
