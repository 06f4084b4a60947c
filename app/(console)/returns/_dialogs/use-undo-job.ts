"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAction } from "@/components/use-action";
import { undoJobDecisions } from "../actions";
import { useRefusal } from "./use-refusal";

/** Takes a finished job back, offered for as long as its decisions can be undone (P-03); `said` tells what came of it. */
export function useUndoJob(jobId: string | null, undoSeconds: number) {
  const t = useTranslations("bulk.outcome");
  const words = useRefusal();
  const { run, isRunning } = useAction(undoJobDecisions);
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (jobId === null) return;
    const timer = setTimeout(() => setOver(true), undoSeconds * 1000);
    return () => clearTimeout(timer);
  }, [jobId, undoSeconds]);
  const undo = async (id: string) => {
    const answer = await run({ jobId: id });
    setSaid(
      answer.ok
        ? [
            t("undone", { count: answer.value.undone }),
            ...(answer.value.kept > 0 ? [t("kept", { count: answer.value.kept })] : []),
          ].join(" ")
        : words(answer.refusal),
    );
  };
  return {
    isPossible: jobId !== null && said === undefined && (!isOver || isRunning),
    isRunning,
    said,
    run: () => {
      if (jobId !== null) void undo(jobId);
    },
  };
}
