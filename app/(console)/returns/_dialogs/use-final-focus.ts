"use client";

import { useRef, useState } from "react";

/** The link of the row after the one that an element stands in. */
const nextLink = (element: Element | null): HTMLElement | null =>
  element?.closest("tr, li")?.nextElementSibling?.querySelector<HTMLElement>("a") ?? null;

export type FinalFocus = { markDone: () => void; finalFocus: () => HTMLElement | boolean | null };

/**
 * Where the focus goes when the dialog closes: back to what opened it, and after a decision to the next row, because
 * the opener's own is about to leave the list; without rows, to the heading of the page.
 */
export function useFinalFocus(): FinalFocus {
  const [next] = useState(() => (typeof document === "undefined" ? null : nextLink(document.activeElement)));
  const isDone = useRef(false);
  return {
    markDone: () => {
      isDone.current = true;
    },
    finalFocus: () =>
      isDone.current ? (next?.isConnected ? next : document.querySelector<HTMLElement>("main h1")) : true,
  };
}
