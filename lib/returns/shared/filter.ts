import { isId } from "@/lib/kernel/ids";
import { day, eitherOf, flag, id, ids, oneOf, someOf, text, texts, those } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { VERDICTS } from "@/lib/policy/judging/verdict";

/** The tabs of Manage Returns in their order; `disputes` and `all` lie across the others. */
export const TABS = ["authorization_required", "awaiting_return", "received", "disputes", "closed", "all"] as const;
export type Tab = (typeof TABS)[number];

export const VERDICT_FILTERS = [...VERDICTS, "exempt"] as const;

/** By the next open deadline (`today`: before the midnight of the shop; `later`: after it, or none), by one that was past before the return came in (P-18), or was answered late (P-32). */
export const DUE_FILTERS = ["overdue", "today", "24h", "72h", "later", "missed", "late"] as const;

export const GOODS_FILTERS = ["delivered", "label", "awaited"] as const;
/** By the clock of its refund. */
export const REFUND_FILTERS = ["overdue", "today", "later"] as const;
export type RefundFilter = (typeof REFUND_FILTERS)[number];
export type GoodsFilter = (typeof GOODS_FILTERS)[number];

/** Where nothing is due any more, the newest come first. */
const defaultSort = (tab: Tab): Sort => (tab === "closed" || tab === "all" ? "-requested" : "due");
export const SORTS = ["due", "-due", "requested", "-requested", "value", "-value"] as const;
export type Sort = (typeof SORTS)[number];

/** Whose task it is. `me` is whoever looks, as in an address that is shared; a query knows people by their ids. */
const isAssignee = (text: string): boolean => text === "me" || text === "nobody" || isId(text);

/** Manage Returns: which returns, in what order, and what it shows of each. `due` needs an instant beside it. */
export const RETURNS = list<object>()({
  filter: {
    tab: eitherOf(TABS),
    /** What was typed or scanned; see searchKey. */
    q: text(),
    /** A line's reason in its comparable form. */
    reason: texts(),
    verdict: someOf(VERDICT_FILTERS, { key: "policy" }),
    channel: ids(),
    assignee: those(isAssignee),
    /** The shop's own words for its returns. */
    tag: ids(),
    /** A line's SKU as it is written. */
    sku: text(),
    due: oneOf(DUE_FILTERS),
    /** Requested on these dates, both ends included. */
    from: day(),
    to: day(),
    /** Decided here, not yet done on the marketplace (P-19). */
    isHandoverOpen: flag("open", { key: "handover" }),
    /** Worth what its channel calls much. */
    isHighValue: flag("high", { key: "worth" }),
    /** Where its goods are: a parcel of it stands at the door, or none does, or its label is still to be taken. */
    goods: oneOf(GOODS_FILTERS),
    /** P-04: when what came has to be refunded. */
    refund: oneOf(REFUND_FILTERS),
    /** A file said a word for its status that nobody knows (P-29). */
    isStatusUnknown: flag("unknown", { key: "status" }),
    /** Put off by somebody, and not yet back. */
    isSnoozed: flag("snoozed", { key: "snooze" }),
    /** Left undone by this bulk act (S1-16). */
    notDoneBy: id({ key: "job" }),
  },
  columns: {
    return: { isFixed: true, only: "screen" },
    item: { only: "screen" },
    status: { only: "screen" },
    reason: { only: "screen" },
    policy: { only: "screen" },
    label: { only: "screen" },
    since: { only: "screen" },
    /** Currency by currency: amounts of two are not compared. */
    value: { sort: "text", only: "screen" },
    due: { sort: "instant", only: "screen" },
    requested: { sort: "date", isExtra: true, only: "screen" },
    actions: { isFixed: true, only: "screen" },
  },
  sort: ({ tab }) => defaultSort(tab),
  sizes: [50, 25, 100],
  beside: ["view", "peek", "go", "select"],
});

/** Which returns a list means, and in what order. */
export type ReturnFilter = typeof RETURNS.emptyFilter & { sort: Sort };

export const emptyFilter = (tab: Tab): ReturnFilter => ({ ...RETURNS.emptyFilter, tab, sort: defaultSort(tab) });

/** The filter as a query understands it: the person who looks is called by their id. */
export const seenBy = (filter: ReturnFilter, userId: string): ReturnFilter =>
  filter.assignee.includes("me")
    ? { ...filter, assignee: [...new Set(filter.assignee.map((whose) => (whose === "me" ? userId : whose)))] }
    : filter;

/** Whether the filter leaves out returns of its tab. */
export const narrowsTab = ({ sort: _, ...filter }: ReturnFilter): boolean =>
  RETURNS.isNarrowed({ ...filter, tab: TABS[0] });

const SNOOZABLE_TABS: readonly Tab[] = ["authorization_required", "awaiting_return", "received", "disputes"];

/** What is snoozed stands in no tab of work, unless it is looked for. */
export const leavesSnoozedOut = ({ tab, q, isSnoozed }: Pick<ReturnFilter, "tab" | "q" | "isSnoozed">): boolean =>
  SNOOZABLE_TABS.includes(tab) && q === null && !isSnoozed;

/** The filters that take several values, and say of each how many returns it would find. */
export const COUNTED_VALUES = ["verdict", "channel", "assignee", "reason", "tag"] as const;
export type CountedValue = (typeof COUNTED_VALUES)[number];
/** A value of a filter with what it is called. */
export type FilterValue = { value: string; label: string };
