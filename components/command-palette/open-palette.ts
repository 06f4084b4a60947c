"use client";

const OPEN = "homeward:palette";

/** Asks the shell to open the palette, from wherever. */
export const openPalette = (): void => {
  window.dispatchEvent(new Event(OPEN));
};

export function onOpenPalette(open: () => void): () => void {
  window.addEventListener(OPEN, open);
  return () => window.removeEventListener(OPEN, open);
}
