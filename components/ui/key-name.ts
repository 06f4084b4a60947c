import type { Preferences } from "./preferences";

type Board = { keys: Preferences["keys"]; isApple: boolean };

/**
 * How a shortcut ("a", "X" for Shift+x, "Mod+K", "Esc") is to be pressed, in words for a reader; null where single keys
 * are switched off. Mod is ⌘ on a keyboard of Apple's, else Ctrl.
 */
export function keyName(shortcut: string, { keys, isApple }: Board): string | null {
  const parts = ariaKeys(shortcut, { keys, isApple })?.split("+");
  if (!parts) return null;
  if (!isApple) return parts.map((part) => (part === "Control" ? "Ctrl" : part)).join("+");
  return parts.map((part) => ({ Meta: "⌘", Alt: "⌥", Shift: "⇧" })[part] ?? part).join("");
}

/** The same as `aria-keyshortcuts` wants it. */
export function ariaKeys(shortcut: string, { keys, isApple }: Board): string | null {
  if (shortcut.startsWith("Mod+")) return shortcut.replace("Mod", isApple ? "Meta" : "Control");
  if (shortcut.length > 1) return shortcut;
  if (keys === "off") return null;
  const isUpper = shortcut !== shortcut.toLowerCase();
  const key = isUpper ? `Shift+${shortcut}` : shortcut;
  return keys === "alt" ? `Alt+${isUpper ? key : key.toUpperCase()}` : key;
}
