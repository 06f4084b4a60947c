"use client";

import { useEffect, useRef } from "react";
import { isShortcut } from "./shortcut-keys";

/** Single keys ("a", "?", "X" for Shift+x) anywhere on the page, as far as isShortcut allows; false hands the key on. */
export function useShortcut(keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!run || !isShortcut(event)) return;
      if (run(event) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
