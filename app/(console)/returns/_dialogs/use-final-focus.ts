"use client";

import { useRef, useState } from "react";

export type FinalFocus = { markDone: () => void; finalFocus: () => HTMLElement | boolean | null };

/** The link of the row after the one that an element stands in. */
const nextLink = (element: Element): HTMLElement | null =>
  element.closest("tr, li")?.nextElementSibling?.querySelector<HTMLElement>("a") ?? null;

/** Whether somebody pressed something else before the dialog had gone: their focus is not taken from them. */
const hasGoneOn = (focused: Element | null): boolean =>
  focused !== null && focused !== document.body && !focused.closest("[role=dialog], [role=alertdialog]");

/**
 * Where the focus goes when the dialog closes: back to what opened it, and after a decision to the next row, because
 * the opener's own is about to leave the list; without rows, to the heading of the page.
 */
export function useFinalFocus(): FinalFocus {
  const [{ opener, next }] = useState(() => {
    const element = typeof document === "undefined" ? null : document.activeElement;
    return element instanceof HTMLElement && element !== document.body
      ? { opener: element, next: nextLink(element) }
      : { opener: null, next: null };
  });
  const isDone = useRef(false);
  return {
    markDone: () => {
      isDone.current = true;
    },
    finalFocus: () => {
      if (hasGoneOn(document.activeElement)) return false;
      const wanted = isDone.current ? next : opener;
      return wanted?.isConnected ? wanted : document.querySelector<HTMLElement>("main h1");
    },
  };
}
