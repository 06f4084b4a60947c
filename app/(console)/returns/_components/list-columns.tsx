import type { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import type { ReturnFilter, Sort, Tab } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";
import type { Team } from "../_assignee/assignee-choices";
import type { ListRow } from "../list-row";
import {
  ArrivedCell,
  DeadlineCell,
  ItemCell,
  LabelCell,
  PolicyCell,
  ReasonCell,
  ReturnCell,
  StatusCell,
  ValueCell,
} from "./list-cells";

/** In the order of the table; on a card each column knows its own place. */
const COLUMNS = {
  authorization_required: ["return", "item", "reason", "policy", "value", "due", "actions"],
  awaiting_return: ["return", "item", "since", "label", "value", "due", "actions"],
  received: ["return", "item", "reason", "since", "value", "due", "actions"],
  disputes: ["return", "item", "status", "reason", "value", "due", "actions"],
  closed: ["return", "item", "status", "reason", "since", "value", "actions"],
  all: ["return", "item", "status", "reason", "policy", "value", "due", "actions"],
} as const satisfies Record<Tab, readonly string[]>;

type Context = {
  team: Team | null;
  filter: ReturnFilter;
  kept: Kept;
  t: ReturnType<typeof useTranslations<"returns.columns">>;
  detailHref: (row: ListRow) => string;
  actions: (row: ListRow) => ReactNode;
};

/** The columns of a tab. */
export function listColumns({ team, filter, kept, t, detailHref, actions }: Context): Column<ListRow>[] {
  const { tab } = filter;
  const sortBy = (ascending: Sort, descending: Sort, first: Sort): NonNullable<Column<ListRow>["sort"]> => {
    const isSorted = filter.sort === ascending || filter.sort === descending;
    const other = filter.sort === ascending ? descending : ascending;
    return {
      href: listHref({ ...filter, sort: isSorted ? other : first }, kept),
      direction: isSorted ? (filter.sort === ascending ? "ascending" : "descending") : null,
    };
  };
  const all: Record<(typeof COLUMNS)[Tab][number], Column<ListRow>> = {
    return: {
      id: "return",
      header: t("return"),
      cell: (row) => <ReturnCell row={row} href={detailHref(row)} />,
      isRowHeader: true,
      card: "head",
      sort: sortBy("requested", "-requested", "-requested"),
    },
    item: { id: "item", header: t("item"), cell: (row) => <ItemCell row={row} team={team} />, card: "line" },
    reason: {
      id: "reason",
      header: t("reason"),
      cell: (row) => <ReasonCell row={row} />,
      isWide: true,
      isVeryWide: tab === "all",
      card: "line",
    },
    policy: {
      id: "policy",
      header: t("policy"),
      cell: (row) => <PolicyCell row={row} />,
      isWide: tab === "all",
      card: "start",
    },
    status: { id: "status", header: t("status"), cell: (row) => <StatusCell row={row} />, card: "line" },
    label: { id: "label", header: t("label"), cell: (row) => <LabelCell row={row} />, card: "line" },
    since: {
      id: "since",
      header: t("since"),
      cell: (row) => <ArrivedCell row={row} />,
      isWide: true,
      card: "start",
      hasCardLabel: true,
    },
    value: {
      id: "value",
      header: t("value"),
      cell: (row) => <ValueCell row={row} hasLabel={tab === "authorization_required"} />,
      align: "end",
      card: "end",
    },
    due: {
      id: "due",
      header: t(`due.${tab}`),
      cell: (row) => <DeadlineCell row={row} />,
      card: "badge",
      sort: sortBy("due", "-due", "due"),
    },
    actions: {
      id: "actions",
      header: t("actions"),
      cell: actions,
      isHeaderHidden: true,
      align: "end",
      card: "action",
    },
  };
  return COLUMNS[tab].map((id) => all[id]);
}
