"use client";

import { clsx } from "clsx";
import { builtInOf, isBuiltIn } from "@/lib/returns/shared/built-in-views";
import type { Team } from "../_assignee/assignee-choices";
import type { ListRow } from "../list-row";
import type { LoadedList } from "../load-list";
import { BulkBar } from "./bulk-bar";
import { FilterBar } from "./filter-bar";
import { FilterChips } from "./filter-chips";
import type { ActiveFilter } from "./filter-words";
import type { OpenDialog } from "./move-dialog";
import type { useRowSelection } from "./use-row-selection";

type ListToolbarProps = {
  list: LoadedList;
  rows: readonly ListRow[];
  active: readonly ActiveFilter[];
  selection: ReturnType<typeof useRowSelection>;
  /** On a narrow screen rows show their boxes only while somebody is selecting. */
  isSelecting: boolean;
  canSelect: boolean;
  onSelecting: (isOn: boolean) => void;
  /** Null where nothing of the list waits for a decision, or not this person's. */
  onOpen: ((dialog: OpenDialog) => void) | null;
  onPrint: (() => void) | null;
  team: Team | null;
};

/** Filters, or what can be done with the selection in their place: the rows below do not move. */
export function ListToolbar(props: ListToolbarProps) {
  const { list, rows, active, selection, isSelecting, canSelect, onSelecting, onOpen, onPrint, team } = props;
  const { filter, per, viewId } = list.view;
  const kept = { per, viewId };
  const select = {
    isOn: isSelecting,
    toggle: () => {
      if (isSelecting) selection.clear();
      onSelecting(!isSelecting);
    },
  };
  // A view that every shop has says by itself what it narrows.
  const isSaid = viewId === null && builtInOf(filter.tab).some((view) => isBuiltIn(view, filter));
  return (
    <>
      {!selection.isEmpty && (
        <BulkBar
          rows={rows}
          onPage={selection.onPage}
          matching={list.matching}
          onSelectMatching={selection.selectAllMatching}
          offers={onOpen ? list.offers : []}
          onMove={(move) => onOpen?.({ move, row: null })}
          onPrint={onPrint}
          canRefund={list.canRefund}
          team={team}
        />
      )}
      <div className={clsx("max-md:order-1! max-md:mb-1 md:my-2.5", !selection.isEmpty && "md:hidden")}>
        <FilterBar
          filter={filter}
          kept={kept}
          frame={list.frame}
          rows={rows}
          activeCount={active.length}
          select={canSelect ? select : null}
        />
      </div>
      {!isSaid && <FilterChips filter={filter} kept={kept} active={active} />}
    </>
  );
}
