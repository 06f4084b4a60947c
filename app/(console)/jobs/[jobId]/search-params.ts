import { paths } from "@/lib/i18n/paths";

export const SHOWS = ["all", "moved", "refused"] as const;
type Show = (typeof SHOWS)[number];

export type BulkActPlace = {
  show: Show;
  /** The reason that returns were refused for; null: whatever it was. */
  why: string | null;
  after: number | null;
  before: number | null;
};

type Given = Record<string, string | string[] | undefined>;

const position = (value: string | string[] | undefined): number | null =>
  typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;

/** Which returns of a bulk act the address asks for; what it does not know is left out. */
export const bulkActPlaceOf = ({ show, why, after, before }: Given): BulkActPlace => ({
  show: SHOWS.find((known) => known === show) ?? "all",
  why: show === "refused" && typeof why === "string" && /^[a-z_]{1,60}$/.test(why) ? why : null,
  after: position(after),
  before: position(before),
});

type Within = { why?: string | null; after?: number; before?: number };

export function bulkActHref(bulkActId: string, show: Show, within: Within = {}): string {
  const query = new URLSearchParams(show === "all" ? {} : { show });
  for (const [name, value] of Object.entries(within)) if (value !== null) query.set(name, String(value));
  return query.size === 0 ? paths.bulkAct(bulkActId) : `${paths.bulkAct(bulkActId)}?${query}`;
}
