"use client";

const OPEN = "homeward:shortcut-help";

/** Asks the shell to show the list of keys, from wherever. */
export const openShortcutHelp = (): void => {
  window.dispatchEvent(new Event(OPEN));
};

export function onShortcutHelp(show: () => void): () => void {
  window.addEventListener(OPEN, show);
  return () => window.removeEventListener(OPEN, show);
}
