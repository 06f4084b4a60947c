import { text } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";

/** By the day of the request, as marketplaces sort their own lists. */
export const HANDOVER_SORTS = ["newest", "oldest"] as const;
export type HandoverSort = (typeof HANDOVER_SORTS)[number];

/** Cuts entries into batches of what a page of the marketplace's list shows. */
export const batchesOf = <Entry>(entries: readonly Entry[], size: number): Entry[][] =>
  Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );

/** The open hand-overs of a channel, in the marketplace's order within each decision. */
export const HANDOVERS = list<object>()({
  /** A channel's code. */
  filter: { channel: text() },
  columns: {
    return: {},
    order: {},
    rma: {},
    marketplace_rma: {},
    decision: {},
    opened_at: {},
    requested_on: { sort: ["number", "date"] },
    status: {},
    items: {},
    closed_items: {},
    label: {},
    close_reason: {},
    comment: {},
    decided_by: {},
    decided_at: {},
    id: {},
  },
  sort: (_filter) => "-requested_on",
  /** What a page of the marketplace's own list shows. */
  sizes: [25, 10, 50, 100],
});

/** How the list is sorted, in the words of its page. */
export const SORT_OF = {
  newest: "-requested_on",
  oldest: "requested_on",
} as const satisfies Record<HandoverSort, string>;
