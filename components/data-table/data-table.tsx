import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Column, Selection } from "./column";
import { HeaderCell } from "./header-cell";
import { RowKeys } from "./row-keys";
import { SelectAll, SelectRow } from "./select-cells";
import { CARD_CELL, CARD_ROW, CARD_ROW_SELECTABLE, CELL, IS_VERY_WIDE, IS_WIDE } from "./table-class";

type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row in words, for the name of its checkbox. */
  rowName: (row: Row) => string;
  /** Makes rows selectable; the state lives with the caller. */
  selection?: Selection;
  /** What stands instead of rows when there are none. */
  empty?: ReactNode;
  /** New rows are on their way: the old ones stay, dimmed. */
  isBusy?: boolean;
};

/** A native table; under 1024 px the same cells become cards. Works in server components when it has no selection. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, rowName, selection, empty, isBusy = false } = props;
  if (rows.length === 0 && empty !== undefined) {
    return <div className="rounded-card border border-line bg-surface">{empty}</div>;
  }
  return (
    <RowKeys {...(selection ? { onToggle: selection.onToggle } : {})}>
      <div
        aria-busy={isBusy || undefined}
        className={clsx(
          "overflow-clip larger-text:overflow-x-auto rounded-card border border-line bg-surface transition-opacity duration-150",
          isBusy && "opacity-60",
        )}
      >
        <table className="w-full border-collapse text-start max-lg:block">
          <caption className="sr-only">{caption}</caption>
          <thead className="max-lg:block">
            <tr className="max-lg:block">
              {selection && <SelectAll selection={selection} />}
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody className="max-lg:block">
            {rows.map((row) => {
              const id = rowId(row);
              const isSelected = selection?.isSelected(id) ?? false;
              return (
                <tr
                  key={id}
                  data-row-id={id}
                  data-selected={isSelected || undefined}
                  className={clsx(CARD_ROW, selection && selection.isOnCards !== false && CARD_ROW_SELECTABLE)}
                >
                  {selection && <SelectRow selection={selection} id={id} name={rowName(row)} isSelected={isSelected} />}
                  {columns.map((column) => (
                    <Cell key={column.id} column={column} row={row} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </RowKeys>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = clsx(
    CELL,
    column.align === "end" && "lg:text-end",
    column.isWide && IS_WIDE,
    column.isVeryWide && IS_VERY_WIDE,
    CARD_CELL[column.card ?? "line"],
  );
  const content = (
    <>
      {column.hasCardLabel && <span className="me-1.5 text-small text-subtle lg:hidden">{column.header}</span>}
      {column.cell(row)}
    </>
  );
  return column.isRowHeader ? (
    <th scope="row" className={clsx(className, "text-start font-normal")}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
}
