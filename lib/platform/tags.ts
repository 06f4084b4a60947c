/** What an action can make stale; a cached read names the same word. */
export const TAGS = ["returns", "imports", "jobs", "channels", "addresses", "people"] as const;
export type Tag = (typeof TAGS)[number];

export const tagOf = (sellerId: string, tag: Tag): string => `${tag}:${sellerId}`;
