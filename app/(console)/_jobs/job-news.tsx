"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { useAction } from "@/components/use-action";
import type { JobRow } from "@/lib/bulk/job-list";
import { paths } from "@/lib/i18n/paths";
import type { PrintState } from "@/lib/printing/label-prints";
import { seeJob } from "./actions";

const LOOK_AGAIN_MS = 1500;

export type News = Pick<JobRow, "id" | "kind" | "state" | "total" | "moved" | "refused" | "notFound">;

type JobNews = {
  /** Own jobs that run, and ended ones that were not seen yet. */
  news: readonly News[];
  /** The same for labels that the worker draws. */
  prints: readonly PrintState[];
  /** A job has just begun: it is followed from now on. */
  follow: () => void;
  /** The outcome of this job is on the screen, or was waved away. */
  see: (jobId: string) => void;
  /** The same for a print; it is news for half an hour anyway, so that nobody else need know. */
  seePrint: (printId: string) => void;
};

const JobNewsContext = createContext<JobNews>({
  news: [],
  prints: [],
  follow: () => {},
  see: () => {},
  seePrint: () => {},
});

export const useJobNews = (): JobNews => useContext(JobNewsContext);

/** Looks for a person's own jobs once, and again and again only while one of them runs. */
export function JobNewsProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<readonly News[]>([]);
  const [prints, setPrints] = useState<readonly PrintState[]>([]);
  const [round, setRound] = useState(0);
  const seen = useRef(new Set<string>());
  const { run } = useAction(seeJob);
  useEffect(() => {
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isRunning = round > 0;
    const look = async () => {
      try {
        const [jobs, drawn] = await Promise.all([
          pollAnswer<News[]>("/api/jobs", { signal: ending.signal }),
          pollAnswer<PrintState[]>(paths.labelPrints, { signal: ending.signal }),
        ]);
        const unseen = jobs.filter(({ id }) => !seen.current.has(id));
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
    (jobId: string) => {
      if (seen.current.has(jobId)) return;
      seen.current.add(jobId);
      setNews((known) => known.filter(({ id }) => id !== jobId));
      // A page that has just been loaded takes no action before its router is ready.
      setTimeout(() => void run({ jobId }), 0);
    },
    [run],
  );
  const seePrint = useCallback((printId: string) => {
    seen.current.add(printId);
    setPrints((known) => known.filter(({ id }) => id !== printId));
  }, []);
  const value = useMemo(() => ({ news, prints, follow, see, seePrint }), [news, prints, follow, see, seePrint]);
  return <JobNewsContext value={value}>{children}</JobNewsContext>;
}
