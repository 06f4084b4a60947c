import type { ReactNode } from "react";

/**
 * Where a column goes when rows become cards (under 1024 px): `head` opens the card, `badge` ends its first line,
 * `line` takes a line of its own, `start` and `end` share the last line, `action` spans the foot, `none` is left out.
 */
export type CardPlace = "head" | "badge" | "line" | "start" | "end" | "action" | "none";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The row header: one column; the link in it is what j and k move between. */
  isRowHeader?: boolean;
  align?: "start" | "end";
  /** The header is for screen readers only (action columns). */
  isHeaderHidden?: boolean;
  /** Any CSS width. */
  width?: string;
  card?: CardPlace;
  /** Left out of the table where it is narrow (under 1280 px), but never of a card. */
  isWide?: boolean;
  /** The same under 1600 px. */
  isVeryWide?: boolean;
  /** Shows the header before the cell in a card. */
  hasCardLabel?: boolean;
  /** Makes the header a link that sorts. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
};

export type Selection = {
  isSelected: (rowId: string) => boolean;
  /** `isRange`: from the row toggled last up to this one (Shift). */
  onToggle: (rowId: string, options: { isRange: boolean }) => void;
  isAllSelected: boolean;
  isSomeSelected: boolean;
  onToggleAll: () => void;
  /** Beside the header's box: a menu of what else can be selected at once. */
  menu?: ReactNode;
  /** Whether cards show their boxes; by default they do. */
  isOnCards?: boolean;
};
