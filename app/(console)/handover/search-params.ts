import { HANDOVER_SORTS, HANDOVERS, type HandoverSort, SORT_OF } from "@/lib/handovers/shared/handover-list";
import { paths } from "@/lib/i18n/paths";
import type { ListKey } from "@/lib/kernel/list/list-key";

/** How many a page of the marketplace's own list shows. */
export const BATCH_SIZES = ["10", "25", "50", "100"] as const;
export type BatchSize = (typeof BATCH_SIZES)[number];

export type HandoverView = { code: string | null; sort: HandoverSort; per: BatchSize } & {
  after: ListKey | null;
  before: ListKey | null;
};

/** The address of the hand-over list; what it cannot read is left out. */
export function readHandoverView(raw: Record<string, string | string[] | undefined>): HandoverView {
  const { filter, sort, per, after, before } = HANDOVERS.read(raw);
  return {
    code: filter.channel,
    sort: HANDOVER_SORTS.find((name) => SORT_OF[name] === sort) ?? "newest",
    per: BATCH_SIZES.find((size) => size === String(per)) ?? "25",
    after,
    before,
  };
}

type Place = { code: string; sort: HandoverSort; per: BatchSize; after?: ListKey; before?: ListKey };

/** The address of one channel's list, without what goes without saying. */
export function handoverHref({ code, sort, per, after, before }: Place): string {
  const view = { filter: { channel: code }, sort: SORT_OF[sort], per: Number(per) };
  return `${paths.handover()}${HANDOVERS.query({ ...view, after: after ?? null, before: before ?? null })}`;
}
