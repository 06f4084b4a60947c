"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import type { LeftOut, Preflight, PreflightRequest } from "@/lib/bulk/preflight";
import type { SavedAddress } from "@/lib/channels/addresses";
import type { CloseChoice, WrittenText } from "@/lib/returns/close-templates";
import type { Selection } from "@/lib/returns/shared/selection";

export type BulkOptions = Preflight & {
  addresses: SavedAddress[];
  closeReasons: CloseChoice[];
  /** By the language that buyers read, by reason. */
  templates: Record<string, Record<string, WrittenText>>;
};

/** A selection without what a person left out while looking at it. */
function without(selection: Selection, ids: readonly string[]): Selection {
  if (ids.length === 0) return selection;
  return selection.mode === "ids"
    ? { mode: "ids", ids: selection.ids.filter((id) => !ids.includes(id)) }
    : { ...selection, excludedIds: [...selection.excludedIds, ...ids] };
}

/** What would happen to a selection now, asked again whenever a row is left out or put back. */
export const usePreflight = (chosen: Selection, request: PreflightRequest) =>
  usePlan<BulkOptions>(chosen, "/api/returns/preflight", { request });

/** The same of any act on many, at the address that plans it. */
export function usePlan<Plan>(chosen: Selection, path: string, asked: object = {}) {
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const selection = useMemo(
    () =>
      without(
        chosen,
        leftOut.map(({ id }) => id),
      ),
    [chosen, leftOut],
  );
  const query = useQuery({
    queryKey: ["preflight", path, selection, asked],
    queryFn: ({ signal }) =>
      fetchAnswer<Plan>(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ selection, ...asked }),
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return {
    query,
    selection,
    leftOut,
    /** What is shown is of another selection or reason than what is chosen by now. */
    isChecking: query.isPlaceholderData,
    leaveOut: (some: readonly LeftOut[]) => setLeftOut((rows) => [...rows, ...some]),
    putBack: () => setLeftOut([]),
  };
}
