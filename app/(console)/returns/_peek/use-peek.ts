"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffectEvent, useLayoutEffect } from "react";
import { isDialogOpen } from "@/components/ui/open-dialogs";

const rowIdAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row-id]")?.dataset.rowId : undefined;
const linkOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"] :is(th a, a[data-row-link])`);

/**
 * Which return is looked at beside the list: Space opens and closes it for the row whose link has the focus, it follows
 * the focus from row to row, and Esc closes it once nothing is selected. Neither key writes anything: both always work.
 */
export function usePeek(isSelecting: boolean) {
  const [peeked, setPeeked] = useQueryState("peek", parseAsString.withOptions({ history: "push" }));
  const focusRow = () => {
    if (peeked) linkOf(peeked)?.focus();
  };
  const close = () => {
    focusRow();
    void setPeeked(null);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing;
    if (!isPlain || event.defaultPrevented || isDialogOpen() || !(event.target instanceof Element)) return;
    const id = event.target.matches("a") ? rowIdAt(event.target) : undefined;
    if (event.key === " " && id !== undefined) {
      event.preventDefault();
      void setPeeked(id === peeked ? null : id);
    }
    if (event.key === "Escape" && peeked && !isSelecting && !event.target.closest("[role=menu], input, select"))
      close();
  });
  const onFocus = useEffectEvent(({ target }: FocusEvent) => {
    const id = rowIdAt(target);
    if (peeked && id !== undefined && id !== peeked) void setPeeked(id, { history: "replace" });
  });
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => onKeyDown(event);
    const focused = (event: FocusEvent) => onFocus(event);
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusin", focused);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("focusin", focused);
    };
  }, []);
  return { peeked, open: (id: string) => void setPeeked(id), focusRow, close };
}
