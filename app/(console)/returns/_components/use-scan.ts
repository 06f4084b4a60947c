"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import { isDialogOpen } from "@/components/ui/open-dialogs";
import { isTypedInto } from "@/components/ui/shortcut-keys";

/** Nobody types so fast, and nothing that is scanned is shorter. */
const BETWEEN_KEYS_MS = 50;
const SCANNED_AT_LEAST = 6;

/** What opens over the page has keys of its own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  isDialogOpen() || (target instanceof Element && target.closest("[role=menu], [role=dialog]") !== null);

const isThere = (target: EventTarget | null): target is Element => target instanceof Element && target.isConnected;

/**
 * A scanner types fast and ends with Enter, wherever the focus is. Keys wait until it is known whether they are one:
 * those of a person go on to the shortcuts, in their order. What is typed into a field stays there.
 */
export function useScan(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useLayoutEffect(() => {
    let held: KeyboardEvent[] = [];
    let timer = 0;
    const passed = new WeakSet<KeyboardEvent>();
    const passOn = () => {
      const keys = held;
      held = [];
      for (const key of keys) {
        const again = new KeyboardEvent("keydown", key);
        passed.add(again);
        (isThere(key.target) ? key.target : document).dispatchEvent(again);
      }
    };
    const hold = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (passed.has(event) || event.isComposing || event.repeat) return;
      if (isTypedInto(event.target) || isElsewhere(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter" && held.length >= SCANNED_AT_LEAST) {
        const text = held.map(({ key }) => key).join("");
        held = [];
        window.clearTimeout(timer);
        hold(event);
        scanned(text);
        return;
      }
      if (event.key === "Shift") return;
      if (event.key.length !== 1 || event.key === " ") {
        window.clearTimeout(timer);
        passOn();
        return;
      }
      hold(event);
      held.push(event);
      window.clearTimeout(timer);
      timer = window.setTimeout(passOn, BETWEEN_KEYS_MS);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    // What is held when the page changes still goes on: to the page that is there then.
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
