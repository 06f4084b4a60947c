import { paths } from "@/lib/i18n/paths";
import type { SavedView } from "@/lib/returns/kept-views";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { listHref, paramsOf, readView } from "@/lib/returns/shared/list-view";

const filterOf = (query: string): ReturnFilter => readView(paramsOf(query)).filter;

/** What a view keeps of a list: its tab, filters and sort, as its address says them. */
export const queryOf = (filter: ReturnFilter): string => listHref(filter).split("?")[1] ?? "";

/** The same of a query that came from anywhere: without page, selection, and what means nothing. */
export const viewQuery = (query: string): string => queryOf(filterOf(query));

/** Where a view opens. Its query goes as it was kept, so that the list can say what it cannot read of it. */
export const viewHref = ({ id, query }: Pick<SavedView, "id" | "query">): string =>
  `${paths.returns()}?${query === "" ? "" : `${query}&`}view=${id}`;

/** Whether the list as it stands is no longer what the view keeps. */
export const isChanged = (view: SavedView, filter: ReturnFilter): boolean => viewQuery(view.query) !== queryOf(filter);
