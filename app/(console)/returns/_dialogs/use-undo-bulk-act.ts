"use client";

import { useEffect, useState } from "react";
import { rememberAct } from "../../_undo/acts";
import { useUndo } from "../../_undo/use-undo";

/** Takes a finished bulk act back, offered for as long as its decisions can be undone (P-03); `said` tells what came of it. */
export function useUndoBulkAct(bulkActId: string | null, undoSeconds: number) {
  const { run, isRunning } = useUndo();
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (bulkActId === null) return;
    rememberAct({ bulkActId });
    const timer = setTimeout(() => setOver(true), undoSeconds * 1000);
    return () => clearTimeout(timer);
  }, [bulkActId, undoSeconds]);
  const undo = async (id: string) => setSaid((await run({ bulkActId: id })).said);
  return {
    isPossible: bulkActId !== null && said === undefined && (!isOver || isRunning),
    isRunning,
    said,
    run: () => {
      if (bulkActId !== null) void undo(bulkActId);
    },
  };
}
