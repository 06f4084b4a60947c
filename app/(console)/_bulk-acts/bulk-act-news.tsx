"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { useAction } from "@/components/use-action";
import type { BulkActRow } from "@/lib/bulk/bulk-act-list";
import { paths } from "@/lib/i18n/paths";
import type { PrintState } from "@/lib/printing/label-prints";
import { seeBulkAct } from "./actions";

const LOOK_AGAIN_MS = 1500;

export type News = Pick<BulkActRow, "id" | "kind" | "state" | "total" | "moved" | "refused" | "notFound">;

type BulkActNews = {
  /** Own bulk acts that run, and ended ones that were not seen yet. */
  news: readonly News[];
  /** The same for labels that the worker draws. */
  prints: readonly PrintState[];
  /** A bulk act has just begun: it is followed from now on. */
  follow: () => void;
  /** The outcome of this bulk act is on the screen, or was waved away. */
  see: (bulkActId: string) => void;
  /** The same for a print; it is news for half an hour anyway, so that nobody else need know. */
  seePrint: (printId: string) => void;
};

const BulkActNewsContext = createContext<BulkActNews>({
  news: [],
  prints: [],
  follow: () => {},
  see: () => {},
  seePrint: () => {},
});

export const useBulkActNews = (): BulkActNews => useContext(BulkActNewsContext);

/** Looks for a person's own bulk acts once, and again and again only while one of them runs. */
export function BulkActNewsProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<readonly News[]>([]);
  const [prints, setPrints] = useState<readonly PrintState[]>([]);
  const [round, setRound] = useState(0);
  const seen = useRef(new Set<string>());
  const { run } = useAction(seeBulkAct);
  useEffect(() => {
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isRunning = round > 0;
    const look = async () => {
      try {
        const [bulkActs, drawn] = await Promise.all([
          pollAnswer<News[]>("/api/jobs", { signal: ending.signal }),
          pollAnswer<PrintState[]>(paths.labelPrints, { signal: ending.signal }),
        ]);
        const unseen = bulkActs.filter(({ id }) => !seen.current.has(id));
        isRunning = unseen.some(({ state }) => state !== "done") || drawn.some(({ state }) => state === "running");
        setNews(unseen);
        setPrints(drawn.filter(({ id }) => !seen.current.has(id)));
      } catch {
        // Without an answer the last one stays; while something ran, it is asked again.
      }
      if (isRunning && !ending.signal.aborted) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [round]);
  const follow = useCallback(() => setRound((last) => last + 1), []);
  const see = useCallback(
    (bulkActId: string) => {
      if (seen.current.has(bulkActId)) return;
      seen.current.add(bulkActId);
      setNews((known) => known.filter(({ id }) => id !== bulkActId));
      // A page that has just been loaded takes no action before its router is ready.
      setTimeout(() => void run({ bulkActId }), 0);
    },
    [run],
  );
  const seePrint = useCallback((printId: string) => {
    seen.current.add(printId);
    setPrints((known) => known.filter(({ id }) => id !== printId));
  }, []);
  const value = useMemo(() => ({ news, prints, follow, see, seePrint }), [news, prints, follow, see, seePrint]);
  return <BulkActNewsContext value={value}>{children}</BulkActNewsContext>;
}
