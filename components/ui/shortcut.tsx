"use client";

import type { ReactNode } from "react";
import { ariaKeys, keyName } from "./key-name";
import { usePreferences } from "./preferences-context";

function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-badge border border-line bg-sunken px-1.25 font-mono text-micro text-muted whitespace-nowrap">
      {children}
    </kbd>
  );
}

/** A shortcut ("a", "Mod+K") as it has to be pressed now; nothing where the reader switched it off. */
export function Shortcut({ of }: { of: string }) {
  const { preferences, isApple } = usePreferences();
  const name = keyName(of, { keys: preferences.keys, isApple });
  return name === null ? null : <Kbd>{name}</Kbd>;
}

/** For aria-keyshortcuts: how the control's shortcut is pressed now, if at all. */
export function useAriaKeys(shortcut: string): string | undefined {
  const { preferences, isApple } = usePreferences();
  return ariaKeys(shortcut, { keys: preferences.keys, isApple }) ?? undefined;
}
