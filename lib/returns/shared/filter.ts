import { isId } from "@/lib/kernel/ids";
import { VERDICTS } from "@/lib/policy/judging/verdict";

/** The tabs of Manage Returns in their order; `disputes` and `all` lie across the others. */
export const TABS = ["authorization_required", "awaiting_return", "received", "disputes", "closed", "all"] as const;
export type Tab = (typeof TABS)[number];

export const SORTS = ["due", "-due", "requested", "-requested"] as const;
export type Sort = (typeof SORTS)[number];

export const VERDICT_FILTERS = [...VERDICTS, "exempt"] as const;

/** By the next open deadline, by one that was past before the return came in (P-18), or was answered late (P-32). */
export const DUE_FILTERS = ["overdue", "24h", "72h", "missed", "late"] as const;

/** Where nothing is due any more, the newest come first. */
export const defaultSort = (tab: Tab): Sort => (tab === "closed" || tab === "all" ? "-requested" : "due");

/** Whose task it is. `me` is whoever looks, as in an address that is shared; a query knows people by their ids. */
export type AssigneeFilter = string;
export const isAssignee = (text: string): boolean => text === "me" || text === "nobody" || isId(text);

/** Characters of a reason, a SKU or what was searched for. */
export const FILTER_WORD_AT_MOST = 200;

/** Which returns a list means, and in what order. `due` needs an instant beside it: now, or when a selection was made. */
export type ReturnFilter = {
  tab: Tab;
  sort: Sort;
  /** A line's reason in its comparable form. */
  reason: string | null;
  verdict: (typeof VERDICT_FILTERS)[number] | null;
  channel: string | null;
  assignee: AssigneeFilter | null;
  /** A line's SKU as it is written. */
  sku: string | null;
  due: (typeof DUE_FILTERS)[number] | null;
  /** Requested on these dates, both ends included. */
  from: string | null;
  to: string | null;
  /** Decided here, not yet done on the marketplace (P-19). */
  isHandoverOpen: boolean;
  /** A file said a word for its status that nobody knows (P-29). */
  isStatusUnknown: boolean;
  /** Left undone by this job (S1-16). */
  notDoneBy: string | null;
  /** What was typed or scanned; see searchKey. */
  q: string | null;
};

export const emptyFilter = (tab: Tab): ReturnFilter => ({
  tab,
  sort: defaultSort(tab),
  reason: null,
  verdict: null,
  channel: null,
  assignee: null,
  sku: null,
  due: null,
  from: null,
  to: null,
  isHandoverOpen: false,
  isStatusUnknown: false,
  notDoneBy: null,
  q: null,
});

/** The filter as a query understands it: the person who looks is called by their id. */
export const seenBy = (filter: ReturnFilter, userId: string): ReturnFilter =>
  filter.assignee === "me" ? { ...filter, assignee: userId } : filter;

/** Whether the filter leaves out returns of its tab. */
export const narrowsTab = ({ tab: _tab, sort: _sort, ...rest }: ReturnFilter): boolean =>
  Object.values(rest).some((value) => value !== null && value !== false);
