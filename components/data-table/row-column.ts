import type { ReactNode } from "react";

/** Where a cell stands when its row is a card (700 px and narrower); left out, it is not on the card. */
type CardPlace = "head" | "amount" | "second" | "third" | "start" | "end";

/** A column of a list whose rows are all of one height: two lines, never three. */
export type RowColumn<Row> = {
  id: string;
  header: string;
  /** Made for every row, so it is no component and calls no hook. */
  cell: (row: Row) => ReactNode;
  /** Classes of its width; without one it takes the rest. */
  width?: string;
  /** The row header: one column; the link in it is what j and k move between. */
  isRowHeader?: boolean;
  isEnd?: boolean;
  /** The first to leave where there is less room, and the next. */
  leaves?: "first" | "second" | "third";
  card?: CardPlace;
  /** Makes the header a link that sorts. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
};

/** Which rows are selected: outside of what is drawn, so that a tick draws one row anew. */
export type SelectionStore<Row> = { subscribe: (changed: () => void) => () => void; isSelected: (row: Row) => boolean };

export type RowSelection<Row> = {
  store: SelectionStore<Row>;
  /** `isRange`: from the row toggled last up to this one (Shift). */
  onToggle: (rowId: string, options: { isRange: boolean }) => void;
  isAllSelected: boolean;
  isSomeSelected: boolean;
  onToggleAll: () => void;
  /** Beside the header's box: a menu of what else can be selected at once. */
  menu?: ReactNode;
  /** Whether cards show their boxes. */
  isOnCards: boolean;
};
