"use client";

import { useQuery } from "@tanstack/react-query";
import { pollAnswer } from "@/components/fetch-answer";
import type { PreviewState } from "@/lib/terms/previews";

const LOOK_AGAIN_MS = 500;

/** How a preview stands, asked again while it runs; null before there is one. */
export function usePreview(previewId: string | null, known?: PreviewState) {
  return useQuery({
    queryKey: ["preview", previewId],
    queryFn: ({ signal }) => pollAnswer<PreviewState>(`/api/previews/${previewId}`, { signal }),
    enabled: previewId !== null,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? LOOK_AGAIN_MS : false),
    ...(known ? { initialData: known } : {}),
  });
}
