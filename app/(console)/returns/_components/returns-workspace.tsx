"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { RowTable } from "@/components/data-table/row-table";
import { useArea } from "@/components/ui/busy-area";
import { lazily } from "@/components/ui/lazily";
import { paths } from "@/lib/i18n/paths";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { listHref } from "@/lib/returns/shared/list-view";
import { usePeek } from "../_peek/use-peek";
import type { ListRow } from "../list-row";
import type { LoadedList } from "../load-list";
import { wholeRows } from "../sent-rows";
import { useActiveFilters } from "./filter-words";
import { useListCells } from "./list-cells";
import { listColumns } from "./list-columns";
import { ListEmpty } from "./list-empty";
import { ListFooter } from "./list-footer";
import { ListToolbar } from "./list-toolbar";
import { MoveDialog, type OpenDialog } from "./move-dialog";
import { Glyphs } from "./row-glyphs";
import { SelectMenu } from "./select-menu";
import { useRowStore } from "./selection-context";
import { useListKeys } from "./use-list-keys";
import { useRowSelection } from "./use-row-selection";
import { useScan } from "./use-scan";
import { useSelectionActs } from "./use-selection-acts";
import { useTick } from "./use-tick";

const PrintDialog = lazily(() => import("../_dialogs/print-dialog").then((module) => module.PrintDialog));
const PeekPanel = lazily(() => import("../_peek/peek-panel").then((module) => module.PeekPanel));
const RowMenu = lazily(() => import("./row-menu").then((module) => module.RowMenu));

/** The rows of a list, what is selected of them, and the dialogs that act on either. */
export function ReturnsWorkspace({ list }: { list: LoadedList }) {
  const { view, frame, matching, canDecide, now } = list;
  const rows = useMemo(() => wholeRows(list.sent), [list.sent]);
  const team = list.canAssign ? { user: list.user, members: frame.members } : null;
  const { filter, per, viewId, after, before } = view;
  const kept = useMemo(() => ({ per, viewId }), [per, viewId]);
  const t = useTranslations("returns");
  const columnWords = useTranslations("returns.columns");
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const menu = useRef<(asked: Asked) => void>(null);
  const [hasBoxes, setBoxes] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const canDecideHere = canDecide && list.isDecidedHere;
  const canSelect = canDecideHere || team !== null || list.isPrintedHere;
  const active = useActiveFilters(filter, frame);
  const selection = useRowSelection({ rows, filter: list.matched, matching, now });
  const store = useRowStore();
  const isSelecting = hasBoxes || !selection.isEmpty;
  const onMove = canDecide ? (move: OpenDialog["move"], row: ListRow | null) => setDialog({ move, row }) : null;
  useListKeys({ rows, selection, offers: list.offers, onMove });
  const { go } = useArea();
  useScan((text) => go(listHref({ ...emptyFilter("all"), q: text }, { per, isSubmitted: true })));
  const { tick } = useTick();
  const peek = usePeek(!selection.isEmpty);
  const peekedRow = rows.find(({ id }) => id === peek.peeked);
  // From its row the focus goes on to the next one after a decision, and the peek with it.
  const moveFromPeek = (move: OpenDialog["move"], row: ListRow) => {
    peek.focusRow();
    setDialog({ move, row });
  };
  useSelectionActs({
    count: selection.count,
    offers: list.offers,
    onMove: canDecideHere ? (move) => setDialog({ move, row: null }) : null,
    onPrint: list.isPrintedHere ? () => setPrinting(true) : null,
    onClear: selection.clear,
  });

  const query = listHref(filter, { ...kept, ...(after && { after }), ...(before && { before }) }).split("?")[1];
  const detailHref = useCallback((row: ListRow) => paths.returnInList(row.id, query ?? ""), [query]);
  const cells = useListCells({ detailHref, canDecide });
  const columns = useMemo(
    () => listColumns({ filter, kept, t: columnWords, cells, own: frame.ownColumns }),
    [filter, kept, columnWords, cells, frame.ownColumns],
  );
  const onAct = (act: string, rowId: string, anchor: HTMLElement) => {
    const row = rows.find(({ id }) => id === rowId);
    if (!row) return;
    if (act === "more") menu.current?.({ row, anchor });
    else if (act === "tick") tick(row);
    else if (row.moves[0]) onMove?.(row.moves[0].move, row);
  };
  const boxes = {
    store,
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
  return (
    <>
      <ListToolbar
        list={list}
        rows={rows}
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
      {rows.length === 0 ? (
        <ListEmpty
          filter={filter}
          activeCount={active.length}
          hasAny={frame.hasAny}
          canImport={list.canImport}
          isPast={after !== null || before !== null}
        />
      ) : (
        <>
          <Glyphs />
          <RowTable
            caption={t(`caption.${filter.tab}`)}
            columns={columns}
            rows={rows}
            rowId={idOf}
            rowName={nameOf}
            onAct={onAct}
            {...(canSelect ? { selection: boxes } : {})}
          />
          <ListFooter filter={filter} kept={kept} matching={matching} places={list.places} canDecide={canDecideHere} />
        </>
      )}
      <RowMenus ref={menu} offers={list.offers} onMove={onMove} onPeek={peek.open} team={team} />
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

type Asked = { row: ListRow; anchor: HTMLElement };
type RowMenusProps = Omit<ComponentProps<typeof RowMenu>, keyof Asked | "onClose"> & {
  ref: RefObject<((asked: Asked) => void) | null>;
};

/** The menu of the row that asked for it: nothing else is drawn when it opens. */
function RowMenus({ ref, ...shared }: RowMenusProps) {
  const [asked, ask] = useState<Asked | null>(null);
  useImperativeHandle(ref, () => ask, []);
  return asked && <RowMenu key={asked.row.id} {...asked} {...shared} onClose={() => ask(null)} />;
}

const idOf = (row: ListRow) => row.id;
const nameOf = (row: ListRow) => row.name;
