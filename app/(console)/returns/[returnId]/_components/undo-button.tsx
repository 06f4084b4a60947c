"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useDecision } from "./use-decision";

type UndoButtonProps = {
  returnId: string;
  until: Date;
  /** The server's clock, so that a wrong one on this device neither shortens nor stretches the time. */
  now: Date;
};

/** Takes the last decision back while the server would; it goes away with the time that is left. */
export function UndoButton({ returnId, until, now }: UndoButtonProps) {
  const t = useTranslations("detail.undo");
  const { undo, isRunning } = useDecision(returnId);
  const [left, setLeft] = useState(() => until.getTime() - now.getTime());
  useEffect(() => {
    const startedAt = performance.now();
    const total = until.getTime() - now.getTime();
    const timer = setInterval(() => setLeft(total - (performance.now() - startedAt)), 250);
    return () => clearInterval(timer);
  }, [until, now]);
  if (left <= 0 && !isRunning) return null;
  return (
    <Button size="sm" icon={<Undo2 aria-hidden size={15} />} isLoading={isRunning} onClick={undo}>
      <span className="tabular-nums">{t("button", { seconds: Math.max(1, Math.ceil(left / 1000)) })}</span>
    </Button>
  );
}
