"use client";

import { Kbd } from "./kbd";
import { keyName } from "./key-name";
import { usePreferences } from "./preferences-context";

/** A shortcut ("a", "Mod+K") as it has to be pressed now; nothing where the reader switched it off. */
export function Shortcut({ of }: { of: string }) {
  const { preferences, isApple } = usePreferences();
  const name = keyName(of, { keys: preferences.keys, isApple });
  return name === null ? null : <Kbd>{name}</Kbd>;
}
