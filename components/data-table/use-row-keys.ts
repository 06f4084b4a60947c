"use client";

import type { RefObject } from "react";
import { useShortcut } from "@/components/ui/use-shortcut";

const ROW_LINK = "[data-row-id] :is(th a, a[data-row-link])";

/** j and k (arrows too, once a row has the focus) move between the links that name rows; x and Shift+x select. */
export function useRowKeys(
  root: RefObject<HTMLElement | null>,
  onToggle?: (rowId: string, options: { isRange: boolean }) => void,
): void {
  const currentRow = () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-row-id]");
    return row && root.current?.contains(row) ? row : null;
  };
  const step = (by: 1 | -1): void => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>(ROW_LINK) ?? [])];
    const row = currentRow();
    const at = row ? links.findIndex((link) => row.contains(link)) : by === 1 ? -1 : links.length;
    const next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const stepFromRow = (by: 1 | -1) => {
    if (!currentRow() || !document.activeElement?.matches(ROW_LINK)) return false;
    step(by);
    return true;
  };
  const toggle = (isRange: boolean) => () => {
    const id = currentRow()?.dataset.rowId;
    if (id !== undefined) onToggle?.(id, { isRange });
  };
  useShortcut({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => stepFromRow(1),
    ArrowUp: () => stepFromRow(-1),
    x: toggle(false),
    X: toggle(true),
  });
}
