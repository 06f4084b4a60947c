"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useRef,
  useSyncExternalStore,
} from "react";
import { useArea } from "@/components/ui/busy-area";
import type { RowColumn, RowSelection, SelectionStore } from "./row-column";
import { RowHead } from "./row-head";
import { useRowKeys } from "./use-row-keys";

type RowTableProps<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  /** The same array as long as nothing in it changes: rows are drawn anew with it. */
  columns: readonly RowColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row in words, for the name of its checkbox. */
  rowName: (row: Row) => string;
  selection?: RowSelection<Row>;
  /** A press on a button of a row that says what it does (`data-act`). */
  onAct?: (act: string, rowId: string, button: HTMLElement) => void;
};

const rowIdAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row-id]")?.dataset.rowId : undefined;

/** A list whose rows are all of one height; on a phone they are cards. Presses are heard once, for all rows. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { caption, columns, rows, rowId, rowName, selection, onAct } = props;
  const router = useRouter();
  const { isBusy } = useArea();
  const root = useRef<HTMLDivElement>(null);
  const isShift = useRef(false);
  const toggle = (id: string, isRange: boolean) => {
    if (!isBusy) selection?.onToggle(id, { isRange });
  };
  useRowKeys(root, (id, { isRange }) => toggle(id, isRange));
  const onChange = (event: ChangeEvent<HTMLElement>) => {
    const id = rowIdAt(event.target);
    if (id !== undefined) toggle(id, isShift.current);
    isShift.current = false;
  };
  const onMouseDown = (event: MouseEvent) => {
    const isBox = event.target instanceof Element && event.target.closest("label") !== null;
    isShift.current = isBox && event.shiftKey;
    if (isShift.current) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const id = rowIdAt(event.target);
    const button = event.target.closest<HTMLElement>("button[data-act]");
    if (button && id !== undefined) onAct?.(button.dataset.act ?? "", id, button);
    const link = event.target.closest<HTMLAnchorElement>("a[href]");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || id === undefined || !isPlain) return;
    event.preventDefault();
    router.push(link.pathname + link.search);
  };
  // What does not fit is told by the pointer; the look beside the list has all of it.
  const onPointerOver = ({ target }: PointerEvent) => {
    if (target instanceof HTMLElement && !target.title && target.scrollWidth > target.clientWidth)
      target.title = target.textContent ?? "";
  };
  return (
    <div ref={root} aria-busy={isBusy || undefined} className="row-list" data-boxes={selection?.isOnCards || undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: links and buttons inside it answer to keys by themselves. */}
      <table
        className="row-table"
        onChange={onChange}
        onMouseDown={onMouseDown}
        onClick={onClick}
        onPointerOver={onPointerOver}
      >
        <caption className="sr-only">{caption}</caption>
        <RowHead columns={columns} {...(selection && { selection })} />
        <tbody>
          {rows.map((row) => (
            <TableRow
              key={rowId(row)}
              row={row}
              id={rowId(row)}
              name={rowName(row)}
              columns={columns}
              store={selection?.store ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TableRowProps<Row> = {
  row: Row;
  id: string;
  name: string;
  columns: readonly RowColumn<Row>[];
  store: SelectionStore<Row> | null;
};

const never = () => () => {};
const heardAbove = () => {};

type RowCellsProps<Row> = { row: Row; columns: readonly RowColumn<Row>[] };

function RowCellsOf<Row>({ row, columns }: RowCellsProps<Row>): ReactNode {
  return columns.map(({ id: column, cell, isRowHeader, isEnd, leaves, card }) => {
    const className = clsx(isEnd && "c-end", leaves && `c-${leaves}`, `k-${card ?? "none"}`);
    return isRowHeader ? (
      <th key={column} scope="row" className={className}>
        {cell(row)}
      </th>
    ) : (
      <td key={column} className={className}>
        {cell(row)}
      </td>
    );
  });
}
/** A tick changes the row around them, not the cells. */
const RowCells = memo(RowCellsOf) as typeof RowCellsOf;

function TableRowOf<Row>({ row, id, name, columns, store }: TableRowProps<Row>) {
  const t = useTranslations("table");
  const isSelected = useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.isSelected(row) ?? false,
    () => false,
  );
  return (
    <tr data-row-id={id} data-selected={isSelected || undefined}>
      {store && (
        <td className="c-box">
          {/* The whole corner takes the click, so that a near miss does not open the row. */}
          <label>
            <input type="checkbox" aria-label={t("selectRow", { name })} checked={isSelected} onChange={heardAbove} />
          </label>
        </td>
      )}
      <RowCells row={row} columns={columns} />
    </tr>
  );
}
/** Drawn anew when its row, the columns or its own tick change. */
const TableRow = memo(TableRowOf) as typeof TableRowOf;
