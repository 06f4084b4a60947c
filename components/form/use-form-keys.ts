"use client";

import { type RefObject, useEffect, useRef } from "react";

/** ⌘ or Ctrl + Enter submits the form around an element; not while an input method composes. */
export function useSubmitKey(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.isComposing) return;
      const form = inside.current?.closest("form");
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [inside]);
}

const CONTROL = "input:not(:disabled, [type=radio]), input[type=radio]:checked, textarea, select, [data-focus-first]";

/** Fields that arrive after their dialog has opened: the first of them takes the focus. */
export function useFocusFirst(inside: RefObject<HTMLElement | null>, isReady: boolean): void {
  const isAwaited = useRef(!isReady);
  useEffect(() => {
    if (!isReady || !isAwaited.current) return;
    isAwaited.current = false;
    inside.current?.querySelector<HTMLElement>(CONTROL)?.focus();
  }, [inside, isReady]);
}
