"use client";

import { useEffect } from "react";
import { isDialogOpen } from "@/components/ui/open-dialogs";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { ListRow } from "../list-row";
import type { useRowSelection } from "./use-row-selection";

type ListKeys = {
  rows: readonly ListRow[];
  selection: ReturnType<typeof useRowSelection>;
  /** On what is selected, else on the row that has the focus. */
  onMove: ((move: "authorize" | "close", row: ListRow | null) => void) | null;
};

const currentRow = () => document.activeElement?.closest<HTMLElement>("[data-row-id]") ?? null;

/** a and c act; ⌘A selects the page and, pressed again, all that match; Esc clears. j, k and x belong to the table. */
export function useListKeys({ rows, selection, onMove }: ListKeys): void {
  const { isEmpty, isPageSelected, selectPage, selectAllMatching, clear } = selection;
  const act = (move: "authorize" | "close") => () => {
    const row = rows.find(({ id }) => id === currentRow()?.dataset.rowId) ?? null;
    if (!onMove || (isEmpty && !row)) return false;
    onMove(move, isEmpty ? row : null);
    return true;
  };
  useShortcut({ a: act("authorize"), c: act("close") });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isDialogOpen() || !onMove) return;
      if (event.key === "Escape" && !isEmpty) clear();
      if (event.key === "a" && (event.metaKey || event.ctrlKey) && !event.shiftKey && currentRow()) {
        event.preventDefault();
        if (isPageSelected) selectAllMatching();
        else selectPage();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isEmpty, isPageSelected, selectPage, selectAllMatching, clear, onMove]);
}
