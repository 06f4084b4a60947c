"use client";

import { useEffect, useState } from "react";
import { rememberAct } from "../../_undo/acts";
import { useUndo } from "../../_undo/use-undo";

/** Takes a finished job back, offered for as long as its decisions can be undone (P-03); `said` tells what came of it. */
export function useUndoJob(jobId: string | null, undoSeconds: number) {
  const { run, isRunning } = useUndo();
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (jobId === null) return;
    rememberAct({ jobId });
    const timer = setTimeout(() => setOver(true), undoSeconds * 1000);
    return () => clearTimeout(timer);
  }, [jobId, undoSeconds]);
  const undo = async (id: string) => setSaid((await run({ jobId: id })).said);
  return {
    isPossible: jobId !== null && said === undefined && (!isOver || isRunning),
    isRunning,
    said,
    run: () => {
      if (jobId !== null) void undo(jobId);
    },
  };
}
