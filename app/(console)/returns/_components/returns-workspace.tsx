"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { lazily } from "@/components/ui/lazily";
import { paths } from "@/lib/i18n/paths";
import { listHref } from "@/lib/returns/shared/list-view";
import { usePeek } from "../_peek/use-peek";
import type { ListRow } from "../list-row";
import type { LoadedList } from "../load-list";
import { useActiveFilters } from "./filter-words";
import { listColumns } from "./list-columns";
import { ListEmpty } from "./list-empty";
import { ListFooter } from "./list-footer";
import { ListToolbar } from "./list-toolbar";
import { MoveDialog, type OpenDialog } from "./move-dialog";
import { RowActions } from "./row-actions";
import { SelectMenu } from "./select-menu";
import { useListKeys } from "./use-list-keys";
import { useRowSelection } from "./use-row-selection";
import { useSelectionActs } from "./use-selection-acts";

const PrintDialog = lazily(() => import("../_dialogs/print-dialog").then((module) => module.PrintDialog));

const PeekPanel = lazily(() => import("../_peek/peek-panel").then((module) => module.PeekPanel));

/** The rows of a list, what is selected of them, and the dialogs that act on either. */
export function ReturnsWorkspace({ list }: { list: LoadedList }) {
  const { view, frame, rows, matching, canDecide, now } = list;
  const team = list.canAssign ? { user: list.user, members: frame.members } : null;
  const { filter, per, viewId, after, before } = view;
  const kept = { per, viewId };
  const t = useTranslations("returns");
  const columnWords = useTranslations("returns.columns");
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [hasBoxes, setBoxes] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const canDecideHere = canDecide && list.isDecidedHere;
  const canSelect = canDecideHere || team !== null || list.isPrintedHere;
  const active = useActiveFilters(filter, frame);
  const selection = useRowSelection({ rows, filter: list.matched, matching, now });
  const isSelecting = hasBoxes || !selection.isEmpty;
  const onMove = canDecide ? (move: OpenDialog["move"], row: ListRow | null) => setDialog({ move, row }) : null;
  useListKeys({ rows, selection, onMove });
  const peek = usePeek(!selection.isEmpty);
  const peekedRow = rows.find(({ id }) => id === peek.peeked);
  // From its row the focus goes on to the next one after a decision, and the peek with it.
  const moveFromPeek = (move: OpenDialog["move"], row: ListRow) => {
    peek.focusRow();
    setDialog({ move, row });
  };
  useSelectionActs({
    count: selection.count,
    onMove: canDecideHere ? (move) => setDialog({ move, row: null }) : null,
    onPrint: list.isPrintedHere ? () => setPrinting(true) : null,
    onClear: selection.clear,
  });

  const query = listHref(filter, { ...kept, ...(after && { after }), ...(before && { before }) }).split("?")[1];
  const detailHref = (row: ListRow) => paths.returnInList(row.id, query ?? "");
  const columns = listColumns({
    team,
    filter,
    kept,
    t: columnWords,
    detailHref,
    actions: (row) => <RowActions row={row} detailHref={detailHref(row)} onMove={onMove} onPeek={peek.open} />,
  });
  const boxes = {
    isSelected: (id: string) => rows.some((row) => row.id === id && selection.has(row)),
    onToggle: selection.onToggle,
    isAllSelected: selection.isPageSelected,
    isSomeSelected: selection.onPage > 0,
    onToggleAll: selection.togglePage,
    isOnCards: isSelecting,
    menu: (
      <SelectMenu
        pageCount={rows.length}
        matching={matching}
        onNone={selection.clear}
        onPage={selection.selectPage}
        onMatching={selection.selectAllMatching}
      />
    ),
  };
  const empty = (
    <ListEmpty
      filter={filter}
      activeCount={active.length}
      hasAny={frame.hasAny}
      canImport={list.canImport}
      isPast={after !== null || before !== null}
    />
  );
  return (
    <>
      <ListToolbar
        list={list}
        active={active}
        selection={selection}
        isSelecting={isSelecting}
        canSelect={canSelect && rows.length > 0}
        onSelecting={setBoxes}
        onOpen={canDecideHere ? setDialog : null}
        team={team}
        onPrint={list.isPrintedHere ? () => setPrinting(true) : null}
      />
      {!canDecide && <p className="mb-2 text-small text-subtle">{t("viewOnly")}</p>}
      <DataTable
        caption={t(`caption.${filter.tab}`)}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        {...(canSelect ? { selection: boxes } : {})}
        empty={empty}
      />
      {rows.length > 0 && <ListFooter filter={filter} kept={kept} matching={matching} places={list.places} />}
      {isPrinting && (
        <PrintDialog
          selection={selection.toRequest()}
          count={selection.count ?? matching}
          sort={filter.sort}
          sizes={list.printSizes}
          onClose={() => setPrinting(false)}
        />
      )}
      {peek.peeked && (
        <PeekPanel
          returnId={peek.peeked}
          listedAt={now}
          detailHref={peekedRow ? detailHref(peekedRow) : paths.returnDetail(peek.peeked)}
          onMove={canDecide && peekedRow ? (move) => moveFromPeek(move, peekedRow) : null}
          onClose={peek.close}
        />
      )}
      {dialog && <MoveDialog {...dialog} matching={matching} onClose={() => setDialog(null)} />}
    </>
  );
}
