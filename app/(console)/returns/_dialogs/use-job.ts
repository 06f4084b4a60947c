"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Outcome } from "@/lib/returns/find-outcome";
import { fetchAnswer } from "./fetch-answer";

/** A job's outcome, asked for again while it runs; when the worker has finished, the list is drawn again. */
export function useJob(jobId: string | null) {
  const router = useRouter();
  const wasRunning = useRef(false);
  const query = useQuery({
    queryKey: ["job", jobId],
    queryFn: ({ signal }) => fetchAnswer<Outcome>(`/api/jobs/${jobId}`, { signal }),
    enabled: jobId !== null,
    retry: true,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : 700),
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state === "done" && wasRunning.current) router.refresh();
    wasRunning.current = state === "queued" || state === "running";
  }, [state, router]);
  return query.data ?? null;
}
