"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchAnswer } from "@/components/fetch-answer";
import type { DecisionOptions } from "@/lib/returns/decision-options";

/** What the dialog was opened with, and for which seller. */
export type LoadedOptions = DecisionOptions & { sellerId: string };

/** All that the dialogs of one return show and offer. */
export const useLoadedOptions = (returnId: string) =>
  useQuery({
    queryKey: ["options", returnId],
    queryFn: ({ signal }) => fetchAnswer<LoadedOptions>(`/api/returns/${returnId}/options`, { signal }),
  });
