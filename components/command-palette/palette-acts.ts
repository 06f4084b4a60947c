"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** What can be done with what a page shows. `key` is the address of its words in the messages: it is found by them. */
export type PaletteAct = { key: string; label: string; icon?: ReactNode; shortcut?: string; run: () => void };

/** Acts on one thing, and what that is. */
type PaletteActs = { title: string; acts: readonly PaletteAct[] };

const offers = new Set<{ readonly current: PaletteActs | null }>();

/** Offers acts in the palette as long as the page stands; null: there is nothing to do now. */
export function usePaletteActs(acts: PaletteActs | null): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    offers.add(latest);
    return () => void offers.delete(latest);
  }, []);
}

/** What pages offer now, the innermost first. */
export const offeredActs = (): readonly PaletteActs[] =>
  [...offers].reverse().flatMap(({ current }) => (current && current.acts.length > 0 ? [current] : []));
