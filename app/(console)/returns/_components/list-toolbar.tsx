"use client";

import type { Team } from "../_assignee/assignee-choices";
import type { LoadedList } from "../load-list";
import { BulkBar } from "./bulk-bar";
import { FilterBar } from "./filter-bar";
import { FilterChips } from "./filter-chips";
import type { ActiveFilter } from "./filter-words";
import type { OpenDialog } from "./move-dialog";
import type { useRowSelection } from "./use-row-selection";

type ListToolbarProps = {
  list: LoadedList;
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
export function ListToolbar({
  list,
  active,
  selection,
  isSelecting,
  canSelect,
  onSelecting,
  onOpen,
  onPrint,
  team,
}: ListToolbarProps) {
  const { filter, per, viewId } = list.view;
  const kept = { per, viewId };
  const select = {
    isOn: isSelecting,
    toggle: () => {
      if (isSelecting) selection.clear();
      onSelecting(!isSelecting);
    },
  };
  return (
    <div className="mb-3">
      {!selection.isEmpty && (
        <BulkBar
          onPage={selection.onPage}
          isPageSelected={selection.isPageSelected}
          matching={list.matching}
          onSelectMatching={selection.selectAllMatching}
          onAuthorize={onOpen && (() => onOpen({ move: "authorize", row: null }))}
          onClose={onOpen && (() => onOpen({ move: "close", row: null }))}
          onPrint={onPrint}
          team={team}
        />
      )}
      <div className={selection.isEmpty ? undefined : "lg:hidden"}>
        <FilterBar
          filter={filter}
          kept={kept}
          frame={list.frame}
          rows={list.rows}
          activeCount={active.length}
          select={canSelect ? select : null}
        />
      </div>
      <FilterChips filter={filter} kept={kept} active={active} />
    </div>
  );
}
