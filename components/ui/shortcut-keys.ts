import { isDialogOpen } from "./open-dialogs";

const STORE = "shortcuts";

/** Whether single-key shortcuts are on for this browser (WCAG 2.1.4 asks for a way to turn them off). */
export function areShortcutsOn(): boolean {
  return localStorage.getItem(STORE) !== "off";
}

export function setShortcutsOn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(STORE);
  else localStorage.setItem(STORE, "off");
}

const TYPING =
  "input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]";

/**
 * Whether a key press may be read as a shortcut: not while typing, composing with an input method, or with a
 * modifier; not with a dialog or menu open; not when single keys are turned off.
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.key === "Process") return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING) || target?.closest("[role=menu]")) return false;
  return !isDialogOpen() && areShortcutsOn();
}
