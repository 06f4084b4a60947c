"use client";

import { useEffect, useRef } from "react";
import { isShortcut, shortcutKey } from "./shortcut-keys";

/** Single keys ("a", "?", "X" for Shift+x) anywhere on the page, as far as isShortcut allows; false hands the key on. */
export function useShortcut(keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
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
