"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { useAction } from "@/components/use-action";
import type { JobRow } from "@/db/queries/job-list";
import { seeJob } from "./actions";

const LOOK_AGAIN_MS = 1500;

export type News = Pick<JobRow, "id" | "kind" | "state" | "total" | "moved" | "refused" | "notFound">;

type JobNews = {
  /** Own jobs that run, and ended ones that were not seen yet. */
  news: readonly News[];
  /** A job has just begun: it is followed from now on. */
  follow: () => void;
  /** The outcome of this job is on the screen, or was waved away. */
  see: (jobId: string) => void;
};

const JobNewsContext = createContext<JobNews>({ news: [], follow: () => {}, see: () => {} });

export const useJobNews = (): JobNews => useContext(JobNewsContext);

/** Looks for a person's own jobs once, and again and again only while one of them runs. */
export function JobNewsProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<readonly News[]>([]);
  const [round, setRound] = useState(0);
  const seen = useRef(new Set<string>());
  const { run } = useAction(seeJob);
  useEffect(() => {
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isRunning = round > 0;
    const look = async () => {
      try {
        const found = await pollAnswer<News[]>("/api/jobs", { signal: ending.signal });
        const unseen = found.filter(({ id }) => !seen.current.has(id));
        isRunning = unseen.some(({ state }) => state !== "done");
        setNews(unseen);
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
  const value = useMemo(() => ({ news, follow, see }), [news, follow, see]);
  return <JobNewsContext value={value}>{children}</JobNewsContext>;
}
