import { isDialogOpen } from "./open-dialogs";

const TYPING =
  "input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "shiftKey">;

/** The key that a press means. Alt writes other characters on a Mac: there its place on the keyboard tells. */
export function shortcutKey({ key, code, altKey, shiftKey }: Pressed): string {
  if (!altKey || /^[ -~]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  if (code === "Slash") return shiftKey ? "?" : "/";
  return key;
}

/** Whether a press is made the way the reader wants shortcuts pressed; arrows, Space and their like stay as they are. */
export function isPressedAsChosen(press: Pressed, keys: string | undefined): boolean {
  const isCharacter = shortcutKey(press).trim().length === 1;
  if (!isCharacter) return !press.altKey;
  return keys !== "off" && press.altKey === (keys === "alt");
}

/** Whether what is typed now goes into a field. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

/**
 * Whether a key press may be read as a shortcut: not while typing, composing with an input method, or with Ctrl or ⌘;
 * not with a dialog or menu open; not against the reader's choice for single keys.
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.key === "Process") return false;
  if (event.ctrlKey || event.metaKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (isTypedInto(target) || target?.closest("[role=menu]")) return false;
  return !isDialogOpen() && isPressedAsChosen(event, document.documentElement.dataset.keys);
}
