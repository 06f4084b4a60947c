import type { ReactNode } from "react";

/**
 * Where a column goes when rows become cards (under 1024 px): `head` opens the card, `badge` ends its first line,
 * `line` takes a line of its own, `action` spans the foot.
 */
export type CardPlace = "head" | "badge" | "line" | "action";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The row header: one column. */
  isRowHeader?: boolean;
  align?: "start" | "end";
  /** The header is for screen readers only (action columns). */
  isHeaderHidden?: boolean;
  card?: CardPlace;
  /** Shows the header before the cell in a card. */
  hasCardLabel?: boolean;
};
