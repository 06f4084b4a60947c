import type { useTranslations } from "next-intl";
import type { RowColumn } from "@/components/data-table/row-column";
import type { ReturnFilter, Sort, Tab } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";
import { type ListColumn, ownColumns } from "@/lib/returns/shared/own-columns";
import type { ListRow } from "../list-row";
import type { Cells } from "./list-cells";

/** What stands in a tab where nobody chose; on a card each column knows its own place. */
const COLUMNS = {
  authorization_required: ["item", "return", "buyer", "reason", "policy", "value", "due", "assignee"],
  awaiting_return: ["item", "return", "buyer", "label", "since", "value", "due", "assignee"],
  received: ["item", "return", "buyer", "reason", "since", "value", "due", "assignee"],
  disputes: ["item", "return", "status", "reason", "policy", "value", "due", "assignee"],
  closed: ["item", "return", "buyer", "reason", "status", "since", "value", "assignee"],
  all: ["item", "return", "status", "reason", "policy", "value", "due", "assignee"],
} as const satisfies Record<Tab, readonly ListColumn[]>;

/** The columns of a tab as one person sees them. */
export const columnsOf = (tab: Tab, own: readonly string[] | null): readonly ListColumn[] =>
  ownColumns(own) ?? COLUMNS[tab];

type Context = {
  filter: ReturnFilter;
  kept: Kept;
  t: ReturnType<typeof useTranslations<"returns.columns">>;
  cells: Cells;
  /** The columns that the one who looks chose; null: none. */
  own: readonly string[] | null;
};

/** As wide as what stands there, at the size of text that the reader chose. */
const WIDTH = {
  item: "w-[calc(15.125rem*var(--text-scale))] max-[87.5rem]:w-[12.5rem] max-rail:w-[calc(12.875rem*var(--text-scale))] max-lg:w-auto",
  /** Beside a status. */
  narrowItem:
    "w-[calc(15.125rem*var(--text-scale))] max-[87.5rem]:w-[12.5rem] max-rail:w-[calc(8.75rem*var(--text-scale))] max-lg:w-auto",
  return: "w-[calc(10.75rem*var(--text-scale))] max-rail:w-[calc(9.25rem*var(--text-scale))]",
  buyer: "w-[calc(7.25rem*var(--text-scale))]",
  status: "w-[calc(10.375rem*var(--text-scale))] max-rail:w-[calc(9.25rem*var(--text-scale))]",
  since: "w-[calc(7.5rem*var(--text-scale))]",
  policy: "w-[calc(8.125rem*var(--text-scale))]",
  value: "w-[calc(6.5rem*var(--text-scale))]",
  due: "w-[calc(7.375rem*var(--text-scale))]",
  assignee: "w-[calc(8.5rem*var(--text-scale))]",
};

/** The columns of a tab. */
export function listColumns({ filter, kept, t, cells, own }: Context): RowColumn<ListRow>[] {
  const { tab } = filter;
  const sortBy = (ascending: Sort, descending: Sort, first: Sort): NonNullable<RowColumn<ListRow>["sort"]> => {
    const isSorted = filter.sort === ascending || filter.sort === descending;
    const other = filter.sort === ascending ? descending : ascending;
    return {
      href: listHref({ ...filter, sort: isSorted ? other : first }, kept),
      direction: isSorted ? (filter.sort === ascending ? "ascending" : "descending") : null,
    };
  };
  const column = (id: ListColumn, rest: Omit<RowColumn<ListRow>, "id" | "header">) => ({
    id,
    header: t(id === "due" ? `due.${tab}` : id),
    ...rest,
  });
  const ids = columnsOf(tab, own);
  const hasStatus = ids.includes("status");
  const all: Record<ListColumn, RowColumn<ListRow>> = {
    item: column("item", { cell: cells.item, width: hasStatus ? WIDTH.narrowItem : WIDTH.item, card: "head" }),
    return: column("return", {
      cell: cells.number,
      width: WIDTH.return,
      isRowHeader: true,
      card: "second",
      sort: sortBy("requested", "-requested", "-requested"),
    }),
    buyer: column("buyer", { cell: cells.buyer, width: WIDTH.buyer, leaves: "first" }),
    // Where a status stands too, nothing is left for it on a narrower screen.
    reason: column("reason", { cell: cells.reason, leaves: hasStatus ? "first" : "second", card: "third" }),
    label: column("label", { cell: cells.label, leaves: "second", card: "third" }),
    policy: column("policy", { cell: cells.policy, width: WIDTH.policy, card: "start" }),
    status: column("status", {
      cell: cells.status,
      width: WIDTH.status,
      leaves: "third",
      ...(tab === "closed" && { card: "start" }),
    }),
    since: column("since", { cell: cells.since, width: WIDTH.since, leaves: "third" }),
    value: column("value", {
      cell: tab === "authorization_required" ? cells.value : cells.amount,
      width: WIDTH.value,
      isEnd: true,
      card: "amount",
      sort: sortBy("value", "-value", "-value"),
    }),
    due: column("due", {
      cell: cells.due,
      width: WIDTH.due,
      card: "end",
      sort: sortBy("due", "-due", "due"),
    }),
    assignee: column("assignee", { cell: cells.who, width: WIDTH.assignee, leaves: "third" }),
  };
  return ids.map((id) => all[id]);
}
