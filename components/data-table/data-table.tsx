import { clsx } from "clsx";
import type { CardPlace, Column } from "./column";

const CELL = "align-top lg:px-1.5 lg:py-(--cell-y) xl:px-2 first:lg:ps-4 last:lg:pe-3";

const CARD_ROW =
  "group/row border-line border-b last:border-b-0 transition-colors duration-150 hover:bg-sunken/60 " +
  "max-lg:relative max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-3 max-lg:gap-y-1 max-lg:p-3";

const CARD_CELL: Record<CardPlace, string> = {
  head: "max-lg:order-1 max-lg:min-w-0",
  badge: "max-lg:order-2 max-lg:col-start-2 max-lg:text-end",
  line: "max-lg:order-3 max-lg:col-span-2 max-lg:min-w-0",
  action: "max-lg:order-6 max-lg:col-span-2 max-lg:mt-2",
};

type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
};

/** A native table whose rows are as high as what they say; under 1024 px the same cells become cards. */
export function DataTable<Row>({ caption, columns, rows, rowId }: DataTableProps<Row>) {
  return (
    <div className="overflow-clip larger-text:overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse text-start max-lg:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-lg:block">
          <tr className="max-lg:block">
            {columns.map(({ id, header, align, isHeaderHidden = false }) => (
              <th
                key={id}
                scope="col"
                className={clsx(
                  "whitespace-nowrap bg-sunken px-1.5 py-2 xl:px-2 font-medium text-micro text-subtle first:ps-4 last:pe-3 max-lg:sr-only",
                  "lg:sticky lg:top-0 lg:z-10 lg:shadow-[inset_0_-1px_var(--border)]",
                  align === "end" ? "text-end" : "text-start",
                )}
              >
                <span className={clsx(isHeaderHidden && "sr-only")}>{header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {rows.map((row) => (
            <tr key={rowId(row)} className={CARD_ROW}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = clsx(CELL, column.align === "end" && "lg:text-end", CARD_CELL[column.card ?? "line"]);
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
