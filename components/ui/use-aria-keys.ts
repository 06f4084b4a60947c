"use client";

import { ariaKeys } from "./key-name";
import { usePreferences } from "./preferences-context";

/** For aria-keyshortcuts: how the control's shortcut is pressed now, if at all. */
export function useAriaKeys(shortcut: string): string | undefined {
  const { preferences, isApple } = usePreferences();
  return ariaKeys(shortcut, { keys: preferences.keys, isApple }) ?? undefined;
}
