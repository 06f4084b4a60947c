import { type RefObject, useEffect, useRef, useState } from "react";

/** A scanner writes faster than anybody types: two keys within this belong to one scan. */
const SCAN_GAP_MS = 60;

/** The character of a key by its place; an input method hides it, and a scanner writes on an English keyboard. */
function charOfCode(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return isShifted ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit && !isShifted) return digit;
  if (code === "Minus" || code === "NumpadSubtract") return isShifted ? "_" : "-";
  return code === "Slash" ? "/" : code === "Period" ? "." : code === "Space" ? " " : null;
}

type Scanner = {
  field: RefObject<HTMLInputElement | null>;
  onScan: (text: string) => void;
  /** A single key by hand while the field is empty; true: it meant something. */
  onKey: (code: string) => boolean;
};

/**
 * What a wedge scanner or a person types into the field. A key by itself while the field is empty is a command; keys that
 * follow each other fast are a scan, under a Chinese input method too. Enter or Tab ends a scan.
 */
export function useScanner({ field, onScan, onKey }: Scanner) {
  const [isComposing, setComposing] = useState(false);
  const latest = useRef({ onScan, onKey });
  useEffect(() => {
    latest.current = { onScan, onKey };
  });
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    let held: { code: string; char: string; timer: number } | null = null;
    let composed = "";
    const put = (text: string) => {
      input.value += text;
    };
    const letGo = () => {
      if (!held) return;
      const { code, char } = held;
      held = null;
      if (!latest.current.onKey(code)) put(char);
    };
    const keep = () => {
      if (!held) return;
      window.clearTimeout(held.timer);
      put(held.char);
      held = null;
    };
    const send = () => {
      const text = (input.value || composed).trim();
      composed = "";
      input.value = "";
      setComposing(false);
      if (text !== "") latest.current.onScan(text);
      else latest.current.onKey("Enter");
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { code, shiftKey } = event;
      if (code === "Enter" || code === "NumpadEnter" || (code === "Tab" && (input.value !== "" || held !== null))) {
        event.preventDefault();
        keep();
        send();
        return;
      }
      if (event.isComposing || event.keyCode === 229) {
        // The input method eats the keys; what the scanner meant is read from their places.
        composed += charOfCode(code, shiftKey) ?? "";
        setComposing(true);
        return;
      }
      const char = event.key.length === 1 ? event.key : null;
      if (char === null) return;
      if (held !== null) {
        keep();
        return;
      }
      if (input.value !== "" || event.repeat) return;
      event.preventDefault();
      held = { code, char, timer: window.setTimeout(letGo, SCAN_GAP_MS) };
    };
    const onCompositionEnd = () => {
      // What the input method made of it is not what was scanned.
      input.value = composed;
    };
    input.addEventListener("keydown", onKeyDown);
    input.addEventListener("compositionend", onCompositionEnd);
    return () => {
      window.clearTimeout(held?.timer);
      input.removeEventListener("keydown", onKeyDown);
      input.removeEventListener("compositionend", onCompositionEnd);
    };
  }, [field]);
  return { isComposing };
}
