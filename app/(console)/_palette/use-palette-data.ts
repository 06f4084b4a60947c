"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Spellings } from "@/components/command-palette/match-command";
import { pollAnswer } from "@/components/fetch-answer";
import { searchKey } from "@/lib/kernel/search-key";
import type { Jump } from "@/lib/returns/jumps";
import type { SavedView } from "@/lib/returns/kept-views";

const TYPING_MS = 150;

type Known = { spellings: Record<string, Spellings>; views: (SavedView & { spelling: string[] })[] };

/** What the palette knows from the server: how commands can be typed, and the views that were saved. */
export const useKnown = () =>
  useQuery({
    queryKey: ["palette"],
    queryFn: ({ signal }) => pollAnswer<Known>("/api/palette", { signal }),
  });

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The returns that a text means. `isAsking` as long as the answer is not the one to this very text. */
export function useJumps(typed: string, canSearch: boolean) {
  const key = canSearch ? searchKey(typed) : "";
  const settled = useSettled(key);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["palette", "jump", settled],
    queryFn: ({ signal }) =>
      pollAnswer<{ jumps: Jump[] }>(`/api/palette/jump?${new URLSearchParams({ q: settled })}`, { signal }),
    enabled: settled !== "",
  });
  const isCurrent = key === settled;
  return {
    jumps: isCurrent && key !== "" ? (data?.jumps ?? []) : [],
    error: isCurrent ? error : null,
    isAsking: key !== "" && (!isCurrent || isFetching),
    retry: () => void refetch(),
  };
}
