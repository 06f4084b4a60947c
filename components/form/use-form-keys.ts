"use client";

import { type KeyboardEvent as Pressed, type RefObject, useEffect, useRef } from "react";
import { firstField } from "@/components/ui/first-control";

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

/** Fields that arrive after their dialog has opened: the first of them takes the focus, as if they had been there. */
export function useFocusFirst(inside: RefObject<HTMLElement | null>, isReady: boolean): void {
  const isAwaited = useRef(!isReady);
  useEffect(() => {
    if (!isReady || !isAwaited.current) return;
    isAwaited.current = false;
    firstField(inside.current)?.focus();
  }, [inside, isReady]);
}

/** For a form's onKeyDown: the Enter that ends a word in an input method does not send the form. */
export function guardIme(event: Pressed<HTMLFormElement>): void {
  // 229 is how some browsers report a key that the input method has swallowed.
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
