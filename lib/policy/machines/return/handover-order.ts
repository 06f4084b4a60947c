/** By the day of the request, as marketplaces sort their own lists. */
export const HANDOVER_SORTS = ["newest", "oldest"] as const;
export type HandoverSort = (typeof HANDOVER_SORTS)[number];

/** Cuts entries into batches of what a page of the marketplace's list shows. */
export const batchesOf = <Entry>(entries: readonly Entry[], size: number): Entry[][] =>
  Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
