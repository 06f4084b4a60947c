"use client";

import { useLayoutEffect, useRef } from "react";
import { isShortcut, shortcutKey } from "./shortcut-keys";

/**
 * Single keys ("a", "?", "X" for Shift+x) anywhere on the page, as far as isShortcut allows; false hands the key on. They
 * are heard as soon as the page can be seen: an effect that waits for the first picture would lose a quick press.
 */
export function useShortcut(keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = shortcutKey(event);
      const run = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (!run || !isShortcut(event)) return;
      if (run(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
