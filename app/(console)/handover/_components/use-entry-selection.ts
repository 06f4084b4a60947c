"use client";

import { useRef, useState } from "react";
import type { HandoverEntry } from "../read-handovers";

/** Which entries of the page are selected; what has left the page is selected no more. */
export function useEntrySelection(entries: readonly HandoverEntry[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const all = entries.map(({ returnId }) => returnId);
  const ids = all.filter((id) => picked.has(id));
  const set = (some: readonly string[], isIn: boolean) =>
    setPicked((current) => {
      const next = new Set(current);
      for (const id of some) isIn ? next.add(id) : next.delete(id);
      return next;
    });
  const toggle = (id: string, { isRange }: { isRange: boolean }) => {
    const from = isRange && last.current ? all.indexOf(last.current) : -1;
    const at = all.indexOf(id);
    set(from < 0 ? [id] : all.slice(Math.min(from, at), Math.max(from, at) + 1), !picked.has(id));
    last.current = id;
  };
  return { ids, has: (id: string) => picked.has(id), set, toggle, clear: () => setPicked(new Set()) };
}

export type EntrySelection = ReturnType<typeof useEntrySelection>;
