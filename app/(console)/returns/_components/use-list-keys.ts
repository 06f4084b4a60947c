"use client";

import { useLayoutEffect } from "react";
import { isDialogOpen } from "@/components/ui/open-dialogs";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { BulkMove, BulkOffer } from "@/lib/policy/machines/return/return-machine";
import type { ListRow } from "../list-row";
import type { useRowSelection } from "./use-row-selection";

type ListKeys = {
  rows: readonly ListRow[];
  selection: ReturnType<typeof useRowSelection>;
  /** On what is selected, else on the row that has the focus. */
  offers: readonly BulkOffer[];
  onMove: ((move: BulkMove, row: ListRow | null) => void) | null;
};

const currentRow = () => document.activeElement?.closest<HTMLElement>("[data-row-id]") ?? null;

/** The keys of the moves act; ⌘A selects the page and, pressed again, all that match; Esc clears. j, k and x belong to the table. */
export function useListKeys({ rows, selection, offers, onMove }: ListKeys): void {
  const { isEmpty, isPageSelected, selectPage, selectAllMatching, clear } = selection;
  const act = (move: BulkMove) => () => {
    const row = rows.find(({ id }) => id === currentRow()?.dataset.rowId) ?? null;
    if (!onMove || (isEmpty && !row)) return false;
    onMove(move, isEmpty ? row : null);
    return true;
  };
  useShortcut(Object.fromEntries(offers.flatMap(({ move, key }) => (key ? [[key, act(move)]] : []))));
  useLayoutEffect(() => {
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
